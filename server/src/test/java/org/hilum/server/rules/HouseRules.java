package org.hilum.server.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which import is allowed in this house: the table of {@code
 * docs/decisions/0007-who-may-import-whom}, for any root package, so that the same rules can be
 * seen failing on a planted tree.
 */
final class HouseRules {

  /** Leaf to the leaves it may import, in the order the data flows. */
  static final Map<String, List<String>> MAY_IMPORT = mayImport();

  private static final String STORAGE = "platform.storage";
  private static final String JOBS = "platform.jobs";
  private static final String ACCESS = "platform.access";
  private static final String SURVEILLANCE = "epidemic.surveillance";
  private static final String FORECASTING = "epidemic.forecasting";
  private static final String ECONOMY = "epidemic.economy";

  private static final String[] FORBIDDEN_FOLDERS = {
    "..common..",
    "..core..",
    "..util..",
    "..model..",
    "..service..",
    "..impl..",
    "..dto..",
    "..manager.."
  };

  private final String root;

  HouseRules(String root) {
    this.root = root;
  }

  private static Map<String, List<String>> mayImport() {
    var table = new LinkedHashMap<String, List<String>>();
    table.put("vocabulary", List.of());
    table.put(STORAGE, List.of());
    table.put(ACCESS, List.of(STORAGE));
    table.put(JOBS, List.of(STORAGE, ACCESS));
    table.put("dicom", List.of("vocabulary"));
    table.put("archive", List.of("dicom", "vocabulary", STORAGE, ACCESS));
    table.put("intake", List.of("archive", "dicom", "vocabulary", STORAGE, ACCESS));
    table.put("volume", List.of("dicom", "vocabulary"));
    table.put("phantom", List.of("dicom", "volume", "vocabulary"));
    table.put("segmentation", List.of("volume", "vocabulary"));
    table.put("lobes", List.of("segmentation", "volume", "vocabulary"));
    table.put("quantification", List.of("segmentation", "volume", "vocabulary"));
    table.put("comparison", List.of("quantification", "segmentation", "volume", "vocabulary"));
    table.put(
        "reporting",
        List.of("comparison", "quantification", "segmentation", "volume", "dicom", "vocabulary"));
    table.put(
        "reading",
        List.of(
            "reporting",
            "comparison",
            "quantification",
            "lobes",
            "segmentation",
            "volume",
            "intake",
            "dicom",
            "vocabulary"));
    table.put(
        "worklist",
        List.of(
            "reading",
            "reporting",
            "comparison",
            "quantification",
            "intake",
            "archive",
            "dicom",
            "vocabulary",
            STORAGE,
            JOBS,
            ACCESS));
    table.put(
        "correction",
        List.of(
            "worklist",
            "reading",
            "reporting",
            "quantification",
            "segmentation",
            "volume",
            "intake",
            "dicom",
            "vocabulary",
            STORAGE,
            ACCESS));
    table.put(
        "signing",
        List.of("worklist", "reporting", "archive", "dicom", "vocabulary", STORAGE, ACCESS));
    table.put(
        "evaluation",
        List.of("reading", "reporting", "segmentation", "volume", "intake", "dicom", "vocabulary"));
    table.put(SURVEILLANCE, List.of(STORAGE));
    table.put(FORECASTING, List.of(SURVEILLANCE));
    table.put(ECONOMY, List.of(SURVEILLANCE, FORECASTING));
    table.put(
        "epidemic.bulletin", List.of(SURVEILLANCE, FORECASTING, ECONOMY, STORAGE, JOBS, ACCESS));
    return table;
  }

  private String leaf(String name) {
    return root + (name.contains(".") ? "." : ".imaging.") + name;
  }

  /** R1: a later step may use an earlier one, never the reverse. */
  ArchRule upstreamOnly(String leaf) {
    var forbidden =
        MAY_IMPORT.keySet().stream()
            .filter(other -> !other.equals(leaf) && !allowed(leaf).contains(other))
            .map(other -> leaf(other) + "..");
    var all = Stream.concat(forbidden, Stream.of(root + ".server..")).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(leaf(leaf) + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all)
        .as("R1 " + leaf + " imports upstream only")
        .allowEmptyShould(true);
  }

  private static List<String> allowed(String leaf) {
    return MAY_IMPORT.getOrDefault(leaf, List.of());
  }

  /** R2: other leaves enter by the root package; the server also wires what a leaf has for HTTP. */
  ArchRule frontDoor(String leaf) {
    return noClasses()
        .that(
            not(resideInAPackage(leaf(leaf) + "..")).and(not(resideInAPackage(root + ".server.."))))
        .should()
        .dependOnClassesThat(insideOf(leaf))
        .as("R2 " + leaf + " is entered by its front door")
        .allowEmptyShould(true);
  }

  /** R2 for the server: the root package, and the doorway of HTTP. */
  ArchRule serverEntersBy(String leaf) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".server..")
        .should()
        .dependOnClassesThat(insideOf(leaf).and(not(resideInAPackage(leaf(leaf) + ".web"))))
        .as("R2 " + leaf + " is entered by the server at its front door or its web doorway")
        .allowEmptyShould(true);
  }

  private DescribedPredicate<JavaClass> insideOf(String leaf) {
    return resideInAPackage(leaf(leaf) + "..").and(not(resideInAPackage(leaf(leaf))));
  }

  /** R3: one foreign library, one doorway. */
  ArchRule oneDoorway(String what, String doorway, String... libraries) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(doorway)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .as("R3 " + what + " only behind " + doorway)
        .allowEmptyShould(true);
  }

  private ArchRule noneOutside(String what, List<String> doorways, String... libraries) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(doorways.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .as("R3 " + what + " only behind " + String.join(", ", doorways))
        .allowEmptyShould(true);
  }

  List<ArchRule> doorways() {
    return List.of(
        oneDoorway("image codecs", "..imaging.dicom..", "com.github.jaiimageio.."),
        oneDoorway("ONNX Runtime", "..imaging.segmentation.onnx..", "ai.onnxruntime.."),
        noneOutside(
            "the PDF library",
            List.of("..imaging.reporting.pdf..", "..epidemic.bulletin.pdf.."),
            "com.openhtmltopdf..",
            "org.apache.pdfbox.."),
        oneDoorway("tables of commas", "..epidemic..", "org.apache.commons.csv.."),
        noneOutside(
            "numerics",
            List.of(
                "..epidemic.surveillance..", "..epidemic.forecasting..", "..epidemic.economy.."),
            "org.hipparchus.."),
        oneDoorway("picocli", root + ".server..", "picocli.."),
        oneDoorway("the scheduler", "..platform.jobs..", "com.github.kagkarlsson.."),
        oneDoorway(
            "the embedded database",
            "..platform.storage..",
            "org.apache.commons.compress..",
            "org.tukaani..",
            "org.flywaydb..",
            "com.zaxxer..",
            "org.postgresql.."),
        noneOutside(
            "the web framework",
            List.of("..web..", root + ".server.."),
            "org.springframework.web..",
            "org.springframework.http..",
            "jakarta.servlet.."),
        noneOutside(
            "tables",
            List.of("..sql..", "..platform.storage..", root + ".server.."),
            "org.springframework.jdbc..",
            "org.springframework.transaction.."));
  }

  /** R4: steps are pure: value in, value out. */
  ArchRule pureSteps() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            leaf("volume") + "..",
            leaf("segmentation") + "..",
            leaf("lobes") + "..",
            leaf("quantification") + "..",
            leaf("comparison") + "..",
            leaf("reporting") + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.sql..", "java.net.http..", "java.util.logging..")
                .or(
                    DescribedPredicate.describe(
                        "are sources of chance",
                        type -> type.getName().equals("java.util.Random"))))
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(java.time.Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .as("R4 steps know no clock, chance, database or network")
        .allowEmptyShould(true);
  }

  /** R5: no cycles between packages, also inside a leaf. */
  ArchRule noCycles(String leaf) {
    return slices()
        .matching(leaf(leaf) + ".(*)..")
        .should()
        .beFreeOfCycles()
        .as("R5 no cycles inside " + leaf)
        .allowEmptyShould(true);
  }

  /** R7: a reading never depends on a chat or a forecast. */
  ArchRule imagingAlone() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".imaging..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".care..", root + ".epidemic..")
        .as("R7 imaging imports neither care nor epidemic")
        .allowEmptyShould(true);
  }

  /** R7: a forecast never depends on a reading. */
  ArchRule epidemicAlone() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".epidemic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".care..", root + ".imaging..")
        .as("R7 epidemic imports neither care nor imaging")
        .allowEmptyShould(true);
  }

  /** R6: what all lines stand on knows no medicine. */
  ArchRule platformAlone() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".platform..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".imaging..", root + ".care..", root + ".epidemic..")
        .as("R6 platform knows no medicine")
        .allowEmptyShould(true);
  }

  /** R10: names that say nothing. */
  ArchRule names() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)")
        .as("R10 no Manager, Helper, Util or Impl")
        .allowEmptyShould(true);
  }

  /** R10: folders that say nothing. */
  ArchRule folders() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(FORBIDDEN_FOLDERS)
        .as("R10 no folder called common, core, util, model, service, impl, dto, manager")
        .allowEmptyShould(true);
  }

  /** Every rule, for every leaf. */
  List<ArchRule> all() {
    var perLeaf =
        MAY_IMPORT.keySet().stream()
            .flatMap(
                leaf ->
                    Stream.of(
                        upstreamOnly(leaf), frontDoor(leaf), serverEntersBy(leaf), noCycles(leaf)));
    return Stream.of(
            perLeaf,
            doorways().stream(),
            Stream.of(
                pureSteps(), imagingAlone(), epidemicAlone(), platformAlone(), names(), folders()))
        .flatMap(rules -> rules)
        .toList();
  }
}
