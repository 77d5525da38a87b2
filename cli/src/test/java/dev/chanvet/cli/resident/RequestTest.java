package dev.chanvet.cli.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words may hold anything but a zero byte. */
class RequestTest {
  private static final String HERE = Path.of("").toAbsolutePath().toString();

  @TempDir Path folder;

  @Test
  void whatIsSentArrives() throws Exception {
    Request request =
        read(
            "out,err\0"
                + HERE
                + "\0003\0check\0\0two\nlines = 1\0A=\0B=1=2\n3\0CHANVET_STAY=9s\0\0");

    assertThat(request.terminals()).isEqualTo("out,err");
    assertThat(request.arguments()).isEqualTo(List.of("check", "", "two\nlines = 1"));
    assertThat(request.environment())
        .isEqualTo(Map.of("A", "", "B", "1=2\n3", "CHANVET_STAY", "9s"));
    assertThat(request.stay()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void halfARequestIsNone() {
    String whole = "out\0" + HERE + "\0001\0check\0A=1\0\0";
    for (int length = 0; length < whole.length(); length++) {
      String part = whole.substring(0, length);
      assertThatThrownBy(() -> read(part)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aCallerElsewhereIsNotHere() throws Exception {
    assertThat(read("\0" + HERE + "\0000\0\0").isHere()).isTrue();
    assertThat(read("\0" + HERE + "/../" + Path.of(HERE).getFileName() + "\0000\0\0").isHere())
        .isTrue();
    assertThat(read("\0" + folder + "\0000\0\0").isHere()).isFalse();
    assertThat(read("\0" + folder.resolve("none") + "\0000\0\0").isHere()).isFalse();
  }

  @Test
  void timesAreMinutesOrSeconds() {
    assertThat(Request.stay("10")).isEqualTo(Duration.ofMinutes(10));
    assertThat(Request.stay("08s")).isEqualTo(Duration.ofSeconds(8));
    assertThatThrownBy(() -> Request.stay("long")).isInstanceOf(NumberFormatException.class);
  }

  private static Request read(String text) throws IOException {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return Request.read(in);
  }
}
