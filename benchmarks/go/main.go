// The workloads on Go's own channels: main WORKLOAD TIMES prints "wall cpu" in seconds for each time, then the peak memory in kilobytes.
package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
	"syscall"
	"time"
)

func integers(goroutines, capacity, messages int) {
	last := make(chan int, capacity)
	right := last
	for i := 0; i < goroutines; i++ {
		left, next := right, make(chan int, capacity)
		go func() {
			for k := 0; k < messages; k++ {
				left <- 1 + <-next
			}
		}()
		right = next
	}
	for i := 0; i < messages; i++ {
		right <- 0
	}
	for i := 0; i < messages; i++ {
		expect(goroutines, <-last)
	}
}

func strings(goroutines, capacity, messages int) {
	last := make(chan string, capacity)
	right := last
	for i := 0; i < goroutines; i++ {
		left, next := right, make(chan string, capacity)
		go func() {
			for k := 0; k < messages; k++ {
				left <- <-next
			}
		}()
		right = next
	}
	for i := 0; i < messages; i++ {
		right <- fmt.Sprintf("%044d", i)
	}
	for i := 0; i < messages; i++ {
		expect(44, len(<-last))
	}
}

func pingPong(messages int) {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for value := range ping {
			pong <- value
		}
	}()
	for i := 0; i < messages; i++ {
		ping <- i
		expect(i, <-pong)
	}
	close(ping)
}

func manyToMany(capacity, messages, senders, receivers int) {
	ch := make(chan int, capacity)
	counts := make(chan int, receivers)
	each := messages / senders
	var sending sync.WaitGroup
	for s := 0; s < senders; s++ {
		sending.Add(1)
		go func() {
			for i := 0; i < each; i++ {
				ch <- i
			}
			sending.Done()
		}()
	}
	for r := 0; r < receivers; r++ {
		go func() {
			count := 0
			for range ch {
				count++
			}
			counts <- count
		}()
	}
	sending.Wait()
	close(ch)
	total := 0
	for r := 0; r < receivers; r++ {
		total += <-counts
	}
	expect(each*senders, total)
}

func selecting(goroutines, messages int) {
	each := messages / goroutines
	channels := make([]chan int, goroutines)
	for g := range channels {
		ch := make(chan int)
		channels[g] = ch
		go func() {
			for i := 0; i < each; i++ {
				ch <- 1
			}
		}()
	}
	sum := 0
	for i := 0; i < each*goroutines; i++ {
		if goroutines == 2 {
			select {
			case v := <-channels[0]:
				sum += v
			case v := <-channels[1]:
				sum += v
			}
		} else {
			select {
			case v := <-channels[0]:
				sum += v
			case v := <-channels[1]:
				sum += v
			case v := <-channels[2]:
				sum += v
			case v := <-channels[3]:
				sum += v
			case v := <-channels[4]:
				sum += v
			case v := <-channels[5]:
				sum += v
			case v := <-channels[6]:
				sum += v
			case v := <-channels[7]:
				sum += v
			case v := <-channels[8]:
				sum += v
			case v := <-channels[9]:
				sum += v
			}
		}
	}
	expect(each*goroutines, sum)
}

func spawn(goroutines int) {
	var all sync.WaitGroup
	for i := 0; i < goroutines; i++ {
		all.Add(1)
		go all.Done()
	}
	all.Wait()
}

func expect(expected, got int) {
	if expected != got {
		panic(fmt.Sprintf("expected %d, got %d", expected, got))
	}
}

func cpu() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

func main() {
	work := map[string]func(){
		"S1":        func() { integers(100_000, 0, 1) },
		"S2":        func() { integers(100_000, 1_000, 1_000) },
		"S3":        func() { strings(100_000, 1_000, 1_000) },
		"S4":        func() { strings(10_000, 10_000, 10_000) },
		"PING_PONG": func() { pingPong(300_000) },
		"SPSC_16":   func() { manyToMany(16, 3_000_000, 1, 1) },
		"SPSC_100":  func() { manyToMany(100, 3_000_000, 1, 1) },
		"SPSC_1000": func() { manyToMany(1_000, 3_000_000, 1, 1) },
		"MPMC":      func() { manyToMany(64, 2_000_000, 4, 4) },
		"FAN_IN":    func() { manyToMany(16, 2_000_000, 100, 1) },
		"SELECT_2":  func() { selecting(2, 300_000) },
		"SELECT_10": func() { selecting(10, 300_000) },
		"SPAWN":     func() { spawn(1_000_000) },
	}[os.Args[1]]
	times, _ := strconv.Atoi(os.Args[2])
	for i := 0; i < times; i++ {
		before, start := cpu(), time.Now()
		work()
		fmt.Printf("%.4f %.4f\n", time.Since(start).Seconds(), cpu()-before)
	}
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	fmt.Println("peak", usage.Maxrss)
}
