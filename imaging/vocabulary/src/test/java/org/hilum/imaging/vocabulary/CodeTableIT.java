package org.hilum.imaging.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hilum.fixtures.Peer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The table against pydicom's copy of the DICOM context groups. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CodeTableIT {

  /** Codes that pydicom's copy does not hold; {@link Code} says where each was read. */
  private static final Set<Code> ELSEWHERE =
      EnumSet.of(Code.CONSOLIDATION, Code.CT_CHEST, Code.MILLILITRE, Code.GRAM, Code.LESIONS);

  private static final String LIST_CONCEPTS =
      """
      from pydicom.sr._concepts_dict import concepts
      for scheme, keywords in concepts.items():
          for codes in keywords.values():
              for value, entry in codes.items():
                  print(scheme, value, ' '.join(entry[0].split()), sep='|')
      """;

  @Test
  void every_standard_code_has_the_value_and_meaning_of_the_standard() {
    var known = conceptsOfPydicom();
    var ours =
        Arrays.stream(Code.values())
            .filter(code -> code.scheme() != CodingScheme.HILUM && !ELSEWHERE.contains(code))
            .map(code -> line(code.concept()))
            .toList();
    assertThat(ours).hasSizeGreaterThan(50);
    assertThat(ours.stream().filter(line -> !known.contains(line))).isEmpty();
  }

  private static Set<String> conceptsOfPydicom() {
    var debian = Path.of("/usr/bin/python3");
    var python =
        Files.isExecutable(debian) ? new Peer(debian) : Peer.require("python3", "python3-pydicom");
    var answer = python.run(List.of("-c", LIST_CONCEPTS));
    Assumptions.assumeTrue(
        answer.exitCode() == 0,
        "skipped: pydicom is not installed (Debian package python3-pydicom)");
    return answer.output().lines().map(CodeTableIT::folded).collect(Collectors.toSet());
  }

  private static String line(CodedConcept concept) {
    return folded(concept.scheme() + "|" + concept.value() + "|" + concept.meaning());
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace(" (observable entity)", "");
  }
}
