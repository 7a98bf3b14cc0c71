package org.hilum.server.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A leaf's README and its package documentation begin with the same sentence. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LeafReadmeTest {

  private static final Path ROOT = Path.of("..");

  static List<Path> leaves() throws IOException {
    try (var imaging = Files.list(ROOT.resolve("imaging"));
        var epidemic = Files.list(ROOT.resolve("epidemic"));
        var platform = Files.list(ROOT.resolve("platform"))) {
      return Stream.of(
              imaging,
              epidemic,
              platform,
              Stream.of("fixtures", "benchmarks", "server").map(ROOT::resolve))
          .flatMap(leaves -> leaves)
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("leaves")
  void begins_with_the_sentence_of_its_package(Path leaf) throws IOException {
    var readme = Files.readString(leaf.resolve("README.md"));
    assertThat(firstSentence(readme.substring(readme.indexOf("\n\n"))))
        .isEqualTo(firstSentence(packageInfo(leaf)));
  }

  private static String packageInfo(Path leaf) throws IOException {
    try (var files = Files.walk(leaf.resolve("src").resolve("main").resolve("java"))) {
      var frontDoor =
          files
              .filter(file -> file.endsWith("package-info.java"))
              .min(Comparator.comparingInt(Path::getNameCount))
              .orElseThrow();
      return Files.readString(frontDoor).replaceAll("(?s)^/\\*\\*|\\*/.*", "").replace("*", " ");
    }
  }

  private static String firstSentence(String text) {
    return text.strip().replaceAll("\\s+", " ").split("(?<=\\.) ", -1)[0].strip();
  }
}
