package dev.chanvet.cli.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file leads to one process, and tells nobody else than its user. */
class AddressTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void aFileInAFolderOfItsOwn() {
    file = folder.resolve("stay/1-2");
  }

  @Test
  void onlyItsUserCanReadIt() throws Exception {
    Address address = Address.of(file, 4711);
    address.publish();

    assertThat(file).hasContent("4711 " + address.knock() + " " + address.answer());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("stay"))))
        .isEqualTo("rwx------");
    assertThat(folder.resolve("stay").toFile().list()).containsExactly("1-2");
  }

  @Test
  void secretsAreNewEachTime() {
    Address first = Address.of(file, 1);
    Address second = Address.of(file, 1);

    assertThat(first.knock()).hasSize(32).isNotIn(first.answer(), second.knock());
    assertThat(first.isKnock(first.knock())).isTrue();
    assertThat(first.isKnock(first.answer())).isFalse();
    assertThat(first.isKnock("")).isFalse();
  }

  @Test
  void whoComesLaterTakesTheFile() throws Exception {
    Address first = Address.of(file, 1);
    Address second = Address.of(file, 2);
    first.publish();
    assertThat(first.stands()).isTrue();
    second.publish();

    assertThat(first.stands()).isFalse();
    first.withdraw();
    assertThat(second.stands()).isTrue();
    second.withdraw();
    assertThat(file).doesNotExist();
    assertThat(second.stands()).isFalse();
  }
}
