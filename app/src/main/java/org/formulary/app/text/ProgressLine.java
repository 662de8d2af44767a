package org.formulary.app.text;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How work goes: on a terminal one line that is written over, elsewhere plain lines at growing
 * intervals. Safe for use by several threads.
 */
public final class ProgressLine {
  private static final long LIVE_INTERVAL = Duration.ofMillis(100).toNanos();
  private static final long[] PLAIN_INTERVALS = {
    Duration.ofSeconds(1).toNanos(),
    Duration.ofSeconds(2).toNanos(),
    Duration.ofSeconds(5).toNanos(),
    Duration.ofSeconds(10).toNanos()
  };
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean live;
  private final int columns;
  private final LongSupplier nanoTime;
  private boolean shown;
  private long last;
  private int printed;

  /**
   * A line on {@code out}.
   *
   * @param live whether that is a terminal
   * @param columns its width
   * @param nanoTime a monotonic clock
   */
  public ProgressLine(PrintWriter out, boolean live, int columns, LongSupplier nanoTime) {
    this.out = out;
    this.live = live;
    this.columns = columns;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /** Begins a new phase: the intervals are short again. */
  public synchronized void phase() {
    last = nanoTime.getAsLong();
    printed = 0;
  }

  /** Shows the text if the last one has been there long enough. */
  public synchronized void update(Supplier<String> text) {
    long now = nanoTime.getAsLong();
    long interval =
        live ? LIVE_INTERVAL : PLAIN_INTERVALS[Math.min(printed, PLAIN_INTERVALS.length - 1)];
    if (now - last < interval) {
      return;
    }
    last = now;
    printed++;
    if (live) {
      out.print(CLEAR + Table.cut(text.get(), columns - 1));
      shown = true;
    } else {
      out.println(text.get());
    }
    out.flush();
  }

  /** Prints a line that stays. */
  public synchronized void print(String line) {
    clear();
    out.println(line);
    out.flush();
  }

  /** Removes the line that is written over, if there is one. */
  public synchronized void clear() {
    if (shown) {
      out.print(CLEAR);
      out.flush();
      shown = false;
    }
  }
}
