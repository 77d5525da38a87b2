package dev.chanvet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The small workloads under JMH: one invocation is the whole workload, in milliseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ChannelBenchmark {

  /** The library. */
  @Param({"chanvet", "juc", "jox", "kotlin"})
  public String peer = "";

  /** The workload. */
  @Param({"PING_PONG", "SPSC_16", "SPSC_100", "SPSC_1000", "MPMC", "FAN_IN", "SPAWN"})
  public String workload = "";

  /** Runs the workload once. */
  @Benchmark
  public boolean run() throws Exception {
    return Peer.of(peer).run(Workload.valueOf(workload));
  }
}
