package org.hilum.imaging.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.StreamSupport;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * On a patient of the training, the whole line is at least as good as the card says of the network
 * that never saw him: the frame, the slice step and the way back are those of the training.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingCaseIT {

  /** Clean-up may cost a little on some patient, and mends more on others. */
  private static final double TOLERANCE = 0.01;

  private static final int NOT_LABELLED = 255;

  @Test
  void lungs_and_opacity_overlap_with_the_labels_as_the_card_says() throws IOException {
    var heldOut = heldOut();
    var patient = TrainingCase.require(heldOut.path("patient").asText());

    var found = segment(patient);

    assertThat(found.lung.dice())
        .as("lung of %s", heldOut.path("patient").asText())
        .isGreaterThan(heldOut.path("lungDice").asDouble() - TOLERANCE);
    assertThat(found.opacity.dice())
        .as("opacity of %s", heldOut.path("patient").asText())
        .isGreaterThan(heldOut.path("opacityDice").asDouble() - TOLERANCE);
  }

  private static JsonNode heldOut() throws IOException {
    var card = new ObjectMapper().readTree(Files.readString(Cards.folder().resolve("card.json")));
    return StreamSupport.stream(card.at("/accuracy/patients").spliterator(), false)
        .filter(patient -> patient.has("opacityDice"))
        .findFirst()
        .orElseThrow();
  }

  private record Found(Overlap lung, Overlap opacity) {}

  private static Found segment(TrainingCase patient) {
    try (var segmenter =
        NetworkChestSegmenter.open(Network.open(Cards.folder()), SegmentationSettings.standard())) {
      var result = segmenter.segment(patient.volume(), done -> {});
      assertThat(result).isInstanceOf(Segmented.class);
      var chest = ((Segmented) result).segmentation();
      return new Found(
          Overlap.of(chest.lungs().labels(), patient.lung()),
          Overlap.of(chest.opacity().labels(), patient.lesion()));
    }
  }

  private record Overlap(long both, long found, long truth) {

    static Overlap of(byte[][] found, byte[][] truth) {
      long both = 0;
      long inFound = 0;
      long inTruth = 0;
      for (int k = 0; k < found.length; k++) {
        for (int voxel = 0; voxel < found[k].length; voxel++) {
          int label = truth[k][voxel] & 0xFF;
          if (label != NOT_LABELLED) {
            inFound += found[k][voxel] != 0 ? 1 : 0;
            inTruth += label;
            both += found[k][voxel] != 0 ? label : 0;
          }
        }
      }
      return new Overlap(both, inFound, inTruth);
    }

    double dice() {
      return 2.0 * both / (found + truth);
    }
  }
}
