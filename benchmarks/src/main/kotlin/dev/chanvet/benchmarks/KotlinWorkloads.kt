package dev.chanvet.benchmarks

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.selects.select

/** The workloads on kotlinx.coroutines, with the default dispatcher. */
object KotlinWorkloads {
  @JvmStatic
  fun run(name: String, goroutines: Int, capacity: Int, messages: Int) =
    runBlocking(Dispatchers.Default) {
      when {
        name == "S1" || name == "S2" -> integers(goroutines, capacity, messages)
        name == "S3" || name == "S4" -> strings(goroutines, capacity, messages)
        name == "PING_PONG" -> pingPong(messages)
        name.startsWith("SPSC") -> manyToMany(capacity, messages, 1, 1)
        name == "MPMC" -> manyToMany(capacity, messages, 4, 4)
        name == "FAN_IN" -> manyToMany(capacity, messages, 100, 1)
        name.startsWith("SELECT") -> selecting(goroutines, messages)
        name == "SPAWN" -> spawn(goroutines)
        else -> error("no such workload: $name")
      }
    }

  private suspend fun CoroutineScope.integers(goroutines: Int, capacity: Int, messages: Int) {
    val last = Channel<Int>(capacity)
    var right = last
    repeat(goroutines) {
      val left = right
      val next = Channel<Int>(capacity)
      launch { repeat(messages) { left.send(1 + next.receive()) } }
      right = next
    }
    val first = right
    repeat(messages) { first.send(0) }
    repeat(messages) { check(last.receive() == goroutines) }
  }

  private suspend fun CoroutineScope.strings(goroutines: Int, capacity: Int, messages: Int) {
    val last = Channel<String>(capacity)
    var right = last
    repeat(goroutines) {
      val left = right
      val next = Channel<String>(capacity)
      launch { repeat(messages) { left.send(next.receive()) } }
      right = next
    }
    val first = right
    repeat(messages) { first.send("%044d".format(it)) }
    repeat(messages) { check(last.receive().length == 44) }
  }

  private suspend fun CoroutineScope.pingPong(messages: Int) {
    val ping = Channel<Int>()
    val pong = Channel<Int>()
    launch { for (value in ping) pong.send(value) }
    repeat(messages) {
      ping.send(it)
      check(pong.receive() == it)
    }
    ping.close()
  }

  private suspend fun CoroutineScope.manyToMany(capacity: Int, messages: Int, senders: Int, receivers: Int) {
    val channel = Channel<Int>(capacity)
    val counts = Channel<Int>(receivers)
    val each = messages / senders
    val sending = List(senders) { launch { repeat(each) { channel.send(it) } } }
    repeat(receivers) {
      launch {
        var count = 0
        for (value in channel) count++
        counts.send(count)
      }
    }
    sending.joinAll()
    channel.close()
    var total = 0
    repeat(receivers) { total += counts.receive() }
    check(total == each * senders)
  }

  private suspend fun CoroutineScope.selecting(goroutines: Int, messages: Int) {
    val each = messages / goroutines
    val channels = List(goroutines) { Channel<Int>() }
    for (channel in channels) launch { repeat(each) { channel.send(1) } }
    var sum = 0
    repeat(each * goroutines) {
      sum += select<Int> { for (channel in channels) channel.onReceive { it } }
    }
    check(sum == each * goroutines)
  }

  private suspend fun CoroutineScope.spawn(goroutines: Int) {
    List(goroutines) { launch {} }.joinAll()
  }
}
