package dev.chanvet.cli.resident;

import dev.chanvet.cli.Chanvet;
import dev.chanvet.cli.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A process that stays, and runs one command line after another. */
public final class Resident {
  private static final int TICK_MILLIS = 500;
  private static final int BACKLOG = 16;

  private final Address address;
  private final Jar jar;
  private final Reception reception;
  private final List<String> rehearsal;
  private volatile Duration stay;
  private volatile long idleSince = System.nanoTime();
  private volatile boolean tidy = true;
  private boolean warm = false;

  private Resident(Address address, Duration stay, List<String> rehearsal) {
    this.address = address;
    this.stay = stay;
    this.rehearsal = List.copyOf(rehearsal);
    this.jar = Jar.of(Path.of(System.getProperty("java.class.path")));
    this.reception = new Reception(address, jar, this::done);
  }

  /**
   * Prints the line of its file when it can be called, and ends when nobody has called it for long.
   *
   * @param args the file that is to lead here, how long to stay, and what to check once to get warm
   */
  public static void main(String[] args) throws IOException {
    try (ServerSocket door =
        new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      Address address = Address.of(Path.of(args[0]), door.getLocalPort());
      Resident resident =
          new Resident(address, Request.stay(args[1]), Arrays.asList(args).subList(2, args.length));
      Runtime.getRuntime().addShutdownHook(new Thread(resident::leave));
      address.publish();
      System.out.println(address.line());
      System.out.close(); // whoever started it waits for no more
      resident.attend(door);
    } finally {
      System.exit(0); // also if a worker is still there
    }
  }

  private void attend(ServerSocket door) throws IOException {
    door.setSoTimeout(TICK_MILLIS);
    while (reception.isBusy() || staysOn()) {
      try {
        Socket caller = door.accept();
        Thread.ofPlatform().daemon().name("caller").start(() -> reception.answer(caller));
      } catch (SocketTimeoutException e) {
        useIdleTime();
      }
    }
  }

  private boolean staysOn() {
    return System.nanoTime() - idleSince < stay.toNanos() && address.stands() && jar.isUnchanged();
  }

  private void done(Duration stayOn) {
    stay = stayOn;
    idleSince = System.nanoTime();
    tidy = false;
  }

  /** What would cost a caller time: getting warm, after the first run, and giving memory back. */
  private void useIdleTime() {
    if (tidy || reception.isBusy()) {
      return;
    }
    tidy = true;
    if (warm) {
      System.gc();
    } else {
      warm = true;
      Thread.ofPlatform().daemon().name("rehearsal").start(this::rehearse);
    }
  }

  private void rehearse() {
    List<String> words = new ArrayList<>(List.of("check", "--no-cache", "--threads", "1"));
    words.addAll(rehearsal);
    OutputStream nowhere = OutputStream.nullOutputStream();
    Chanvet.run(Console.on(nowhere, nowhere, "", Map.of()), words.toArray(String[]::new));
    tidy = false;
  }

  /** What Ctrl-C would have ended with us if we had been run from a terminal goes too. */
  private void leave() {
    address.withdraw();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }
}
