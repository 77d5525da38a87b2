package dev.chanvet.benchmarks;

/** kotlinx.coroutines; the workloads are written in Kotlin. */
final class KotlinPeer implements Peer {
  @Override
  public boolean run(Workload work) {
    KotlinWorkloads.run(work.name(), work.goroutines, work.capacity, work.messages);
    return true;
  }
}
