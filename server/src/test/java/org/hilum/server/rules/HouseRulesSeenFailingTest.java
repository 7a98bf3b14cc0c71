package org.hilum.server.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of rule fails on a tree where it is broken: a rule nobody saw fail is not a rule. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseRulesSeenFailingTest {

  private static final String PLANTED = "org.hilum.server.planted";
  private static final JavaClasses TREE = new ClassFileImporter().importPackages(PLANTED);
  private static final HouseRules RULES = new HouseRules(PLANTED);

  static Stream<Arguments> broken_rules() {
    return Stream.concat(
        Stream.of(
            Arguments.of(RULES.upstreamOnly("volume"), "ImportsDownstream"),
            Arguments.of(RULES.upstreamOnly("epidemic.surveillance"), "AsksForecast"),
            Arguments.of(RULES.epidemicAlone(), "AsksForecast"),
            Arguments.of(RULES.frontDoor("segmentation"), "UsesBackDoor"),
            Arguments.of(RULES.pureSteps(), "AsksTheClock"),
            Arguments.of(RULES.noCycles("segmentation"), "Holes"),
            Arguments.of(RULES.imagingAlone(), "AsksCare"),
            Arguments.of(RULES.platformAlone(), "AsksImaging"),
            Arguments.of(RULES.names(), "FileHelper"),
            Arguments.of(RULES.folders(), "FileHelper")),
        RULES.doorways().stream().map(rule -> Arguments.of(rule, "UsesForeignLibraries")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken_rules")
  void fails_where_it_is_broken(ArchRule rule, String culprit) {
    var result = rule.evaluate(TREE);
    assertThat(result.hasViolation())
        .as("no violation found of: %s", rule.getDescription())
        .isTrue();
    assertThat(result.getFailureReport().toString()).contains(culprit);
  }
}
