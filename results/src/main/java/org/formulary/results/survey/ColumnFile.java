package org.formulary.results.survey;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.DataTable.Column;
import org.formulary.search.survey.DataTable.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table in one file, compressed by gzip, whose checksum tells whether it is whole. One line of
 * JSON names the format, the survey, the rows and the columns; the columns follow one by one,
 * little endian: whole numbers as int64, real ones as float64, texts as an int32 of bytes for each
 * row and then all their bytes in UTF-8.
 */
final class ColumnFile {
  static final String FORMAT = "formulary-columns";
  static final int VERSION = 1;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final JsonMapper JSON = JsonMapper.shared();

  private ColumnFile() {}

  /** Writes a table; the file is not synchronised to the disk. */
  static void write(Path file, String survey, DataTable table) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16)) {
      out.write((header(survey, table) + "\n").getBytes(StandardCharsets.UTF_8));
      for (int c = 0; c < table.columns().size(); c++) {
        out.write(bytes(table, c));
      }
    }
  }

  private static String header(String survey, DataTable table) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("version", VERSION).put("survey", survey);
    json.put("rows", table.rows());
    ArrayNode columns = json.putArray("columns");
    for (Column c : table.columns()) {
      columns
          .addObject()
          .put("name", c.name())
          .put("type", c.type().name().toLowerCase(Locale.ROOT))
          .put("description", c.description());
    }
    return json.toString();
  }

  private static byte[] bytes(DataTable table, int column) {
    int rows = table.rows();
    return switch (table.columns().get(column).type()) {
      case WHOLE -> {
        ByteBuffer buffer = littleEndian(new byte[Long.BYTES * rows]);
        for (int r = 0; r < rows; r++) {
          buffer.putLong(table.whole(column, r));
        }
        yield buffer.array();
      }
      case REAL -> {
        ByteBuffer buffer = littleEndian(new byte[Double.BYTES * rows]);
        for (int r = 0; r < rows; r++) {
          buffer.putDouble(table.real(column, r));
        }
        yield buffer.array();
      }
      case TEXT -> {
        List<byte[]> texts = new ArrayList<>();
        int size = 0;
        for (int r = 0; r < rows; r++) {
          texts.add(table.text(column, r).getBytes(StandardCharsets.UTF_8));
          size += texts.get(r).length;
        }
        ByteBuffer buffer = littleEndian(new byte[Integer.BYTES * rows + size]);
        texts.forEach(t -> buffer.putInt(t.length));
        texts.forEach(buffer::put);
        yield buffer.array();
      }
    };
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads a table. Throws {@link IOException} where the file is no whole table. */
  static DataTable read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16))) {
      JsonNode header = JSON.readTree(line(in));
      if (!header.path("format").asString("").equals(FORMAT)
          || header.path("version").asInt(0) != VERSION) {
        throw new IOException(file + ": no table of this version");
      }
      int rows = header.path("rows").asInt();
      List<Column> columns = new ArrayList<>();
      List<List<Object>> values = new ArrayList<>();
      for (JsonNode c : header.path("columns")) {
        Type type = Type.valueOf(c.path("type").asString().toUpperCase(Locale.ROOT));
        columns.add(new Column(c.path("name").asString(), type, c.path("description").asString()));
        values.add(values(in, type, rows));
      }
      if (in.read() >= 0) { // reading to the end compares the checksum
        throw new IOException(file + ": longer than its header says");
      }
      return table(columns, values, rows);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(file + ": damaged", e);
    }
  }

  private static DataTable table(List<Column> columns, List<List<Object>> values, int rows) {
    DataTable.Builder table = DataTable.builder(columns);
    for (int r = 0; r < rows; r++) {
      List<Object> row = new ArrayList<>();
      for (List<Object> column : values) {
        row.add(column.get(r));
      }
      table.row(row);
    }
    return table.build();
  }

  private static String line(InputStream in) throws IOException {
    byte[] bytes = new byte[256];
    int n = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || n == LONGEST_HEADER) {
        throw new IOException("no header");
      }
      if (n == bytes.length) {
        bytes = java.util.Arrays.copyOf(bytes, 2 * n);
      }
      bytes[n++] = (byte) b;
    }
    return new String(bytes, 0, n, StandardCharsets.UTF_8);
  }

  private static List<Object> values(DataInputStream in, Type type, int rows) throws IOException {
    List<Object> values = new ArrayList<>(rows);
    int width = type == Type.TEXT ? Integer.BYTES : Long.BYTES;
    ByteBuffer buffer = littleEndian(bytes(in, width * rows));
    for (int r = 0; r < rows; r++) {
      values.add(
          switch (type) {
            case WHOLE -> buffer.getLong();
            case REAL -> buffer.getDouble();
            case TEXT -> buffer.getInt();
          });
    }
    if (type == Type.TEXT) {
      for (int r = 0; r < rows; r++) {
        byte[] text = bytes(in, (Integer) values.get(r));
        values.set(r, new String(text, StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  private static byte[] bytes(DataInputStream in, int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return bytes;
  }
}
