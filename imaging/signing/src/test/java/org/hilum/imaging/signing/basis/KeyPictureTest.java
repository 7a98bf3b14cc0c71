package org.hilum.imaging.signing.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.signing.basis.CaseResults.Found;
import org.hilum.imaging.worklist.CaseKey;
import org.hilum.imaging.worklist.StudyResult;
import org.hilum.imaging.worklist.StudyResult.Kind;
import org.hilum.imaging.worklist.StudyResult.ResultFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyPictureTest {

  private static Optional<String> picture(Language language, String... paths) {
    var files =
        Stream.of(paths)
            .map(path -> new ResultFile(path, "image/png", 1, Path.of("content")))
            .toList();
    var reading =
        new StudyResult(
            1,
            new CaseKey("main", new Uid("1.2")),
            Kind.READING,
            1,
            true,
            Instant.EPOCH,
            List.of(),
            files);
    return new Found(reading, Optional.empty()).picture(language).map(ResultFile::path);
  }

  @Test
  void has_its_words_in_the_language_of_the_report() {
    var paths =
        new String[] {"overlay/axial-k010.png", "overlay/axial-k020.png", "overlay/key-zh-CN.png"};
    assertThat(picture(Language.CHINESE, paths)).contains("overlay/key-zh-CN.png");
    assertThat(picture(Language.ENGLISH, paths)).contains("overlay/axial-k020.png");
  }

  @Test
  void is_the_middle_key_slice_of_a_reading_that_wrote_none_in_that_language() {
    assertThat(picture(Language.CHINESE, "overlay/axial-k010.png", "overlay/coronal.png"))
        .contains("overlay/axial-k010.png");
    assertThat(picture(Language.CHINESE, "overlay/coronal.png")).contains("overlay/coronal.png");
    assertThat(picture(Language.CHINESE)).isEmpty();
  }
}
