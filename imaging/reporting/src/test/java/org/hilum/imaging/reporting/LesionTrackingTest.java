package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.NetworkIdentity;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LesionTrackingTest {

  private final ReadingFindings findings = FindingsExample.diseased();

  @Test
  void every_lesion_has_its_own_identifier() {
    var uids = new HashSet<Uid>();
    findings.measurements().lesions().forEach(l -> uids.add(LesionTracking.uid(findings, l)));
    assertThat(uids).hasSize(findings.measurements().lesions().size());
  }

  @Test
  void reading_the_same_series_again_gives_the_same_identifiers() {
    assertThat(first(FindingsExample.diseased())).isEqualTo(first(findings));
  }

  @Test
  void it_is_the_one_the_dicom_objects_carry() {
    var lesion = findings.measurements().lesions().getFirst();
    assertThat(first(findings)).isEqualTo(ReadingIdentity.of(findings).trackingUid(lesion));
  }

  @Test
  void another_network_gives_other_identifiers() {
    var masks = findings.segmentation();
    var other =
        new ChestSegmentation(
            masks.lungs(),
            masks.opacity(),
            masks.lobes(),
            masks.opacityProbability(),
            List.of(new NetworkIdentity("other", "1", "ab".repeat(32))),
            List.of());
    assertThat(first(FindingsExample.replace(findings, other))).isNotEqualTo(first(findings));
  }

  @Test
  void an_image_that_never_was_dicom_goes_by_the_name_of_its_outputs() {
    var file =
        new ReadingFindings(
            "covid-01",
            findings.volume(),
            Optional.empty(),
            findings.segmentation(),
            findings.measurements(),
            List.of(),
            findings.notChosen(),
            findings.readAt(),
            findings.software());
    assertThat(first(file)).isNotEqualTo(first(findings));
  }

  private static Uid first(ReadingFindings findings) {
    return LesionTracking.uid(findings, findings.measurements().lesions().getFirst());
  }
}
