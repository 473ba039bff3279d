package vn.timtin.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.timtin.analysis.Folding;

class DiacriticRestorerTest {
  private static final DiacriticRestorer RESTORER = DiacriticRestorer.ofNews();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hoi nghi so ket | hội nghị sơ kết",
        "Uy ban nhan dan huyen to chuc hoi nghi | Ủy ban nhân dân huyện tổ chức hội nghị",
        "gia xang giam manh, nguoi dan phan khoi | giá xăng giảm mạnh, người dân phấn khởi",
        "HOI NGHI TONG KET NAM 2020 | HỘI NGHỊ TỔNG KẾT NĂM 2020",
        "TP.HCM: ket xe tai cua ngo Tan Son Nhat | TP.HCM: kẹt xe tại cửa ngõ Tân Sơn Nhất"
      })
  void marks_come_back_and_the_rest_stays(String plain, String marked) {
    assertThat(RESTORER.restore(plain)).isEqualTo(marked);
  }

  @ParameterizedTest
  @CsvSource({
    "Manchester United",
    "The quick brown fox jumps over the lazy dog",
    "NATO",
    "17/5/2022",
    "'đ, ơ'",
    "''"
  })
  void foreign_words_abbreviations_and_numbers_stay(String text) {
    assertThat(RESTORER.restore(text)).isEqualTo(text);
  }

  @Test
  void a_word_with_marks_keeps_them_and_helps_its_neighbours() {
    assertThat(RESTORER.restore("đê điều o Ha Noi")).isEqualTo("đê điều ở Hà Nội");
  }

  @Test
  void decomposed_text_is_read_and_comes_back_composed() {
    String decomposed = Normalizer.normalize("hội nghi sơ kêt", Normalizer.Form.NFD);
    assertThat(RESTORER.restore(decomposed)).startsWith("hội nghị sơ kêt");
  }

  @Property(tries = 300)
  void nothing_but_marks_is_added(
      @ForAll
          @CharRange(from = 'A', to = 'z')
          @CharRange(from = ' ', to = '9')
          @StringLength(max = 80)
          String text) {
    String restored = RESTORER.restore(text);
    assertThat(Folding.fold(restored)).isEqualTo(text);
    assertThat(RESTORER.restore(restored)).hasSameSizeAs(text);
  }
}
