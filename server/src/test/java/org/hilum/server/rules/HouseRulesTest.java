package org.hilum.server.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The product keeps the rules of the house. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseRulesTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.hilum");

  @TestFactory
  Stream<DynamicTest> the_product_keeps_every_rule() {
    return new HouseRules("org.hilum")
        .all().stream().map(rule -> DynamicTest.dynamicTest(name(rule), () -> rule.check(PRODUCT)));
  }

  static String name(ArchRule rule) {
    return rule.getDescription();
  }
}
