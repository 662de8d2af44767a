/**
 * Benchmarks: each asks a question with a number in it, measures and judges.
 *
 * <pre>{@code
 * Benchmark<VerifyFront.Data> benchmark = new VerifyFront();
 * VerifyFront.Data data = benchmark.measure(System.err::println);
 * List<Benchmark.Row> rows = benchmark.judge(data);
 * boolean passed = rows.stream().allMatch(Benchmark.Row::passed);
 * List<String> problems = SelfCheck.of(benchmark, System.err::println);
 * }</pre>
 */
package org.formulary.benchmarks;
