package vn.timtin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.timtin.language.ModelFile.Kind;

class ModelFileTest {
  private static final byte[] CONTENT = {1, 2, 3, 4};

  private static byte[] file() throws IOException {
    var out = new ByteArrayOutputStream();
    ModelFile.write(out, Kind.SYLLABLES, CONTENT);
    return out.toByteArray();
  }

  private static void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> ModelFile.read(file, "x.model", Kind.SYLLABLES))
        .isInstanceOf(IOException.class)
        .hasMessage(message);
  }

  @Test
  void the_content_comes_back() throws IOException {
    byte[] read = new byte[CONTENT.length];
    ModelFile.read(file(), "x.model", Kind.SYLLABLES).get(read);
    assertThat(read).isEqualTo(CONTENT);
  }

  @Test
  void something_else_is_refused() {
    assertRefused("PK some other file, of a length".getBytes(), "x.model is no model of timtin");
    assertRefused(new byte[0], "x.model is no model of timtin");
  }

  @Test
  void another_version_is_refused_naming_both() throws IOException {
    byte[] file = file();
    file["timtin model\n".length() + 1] = 9;
    assertRefused(file, "x.model has version 9: this library reads version 1");
  }

  @Test
  void a_file_cut_short_is_refused() throws IOException {
    byte[] file = file();
    assertRefused(
        Arrays.copyOf(file, file.length - 1),
        "x.model is damaged: it has 3 bytes where 4 are named");
  }

  @Test
  void a_changed_byte_is_refused() throws IOException {
    byte[] file = file();
    file[file.length - 1] ^= 1;
    assertRefused(file, "x.model is damaged: its checksum is wrong");
  }

  @Test
  void a_missing_file_is_named() {
    assertThatThrownBy(() -> ModelFile.read(ModelFile.class, "no.model", Kind.SYLLABLES))
        .isInstanceOf(IOException.class)
        .hasMessage("the model no.model is not on the class path, where the library has it");
  }
}
