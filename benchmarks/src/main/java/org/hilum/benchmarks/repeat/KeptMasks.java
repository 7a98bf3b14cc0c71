package org.hilum.benchmarks.repeat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.NetworkCard;
import org.hilum.imaging.segmentation.OpacityUncertainty;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.VolumeGeometry;

/**
 * Masks on disk, so that a change to the rules of comparison is measured without reading again.
 *
 * <p>One byte a voxel: lungs + 4 x opacity + 16 x level of probability.
 */
record KeptMasks(Path folder, NetworkCard card) {

  boolean has(String name) {
    return Files.exists(file(name));
  }

  private Path file(String name) {
    return folder.resolve(name.replace(' ', '-') + "-" + card.version() + ".masks.gz");
  }

  void keep(String name, ChestSegmentation masks) throws IOException {
    Files.createDirectories(folder);
    var part = Files.createTempFile(folder, "part", "");
    try (var out =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(part)), 1 << 16)) {
      for (int k = 0; k < masks.lungs().geometry().slices(); k++) {
        out.write(packed(masks, k));
      }
    }
    Files.move(part, file(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] packed(ChestSegmentation masks, int k) {
    var lungs = masks.lungs().labels()[k];
    var opacity = masks.opacity().labels()[k];
    var levels = masks.uncertainty().orElseThrow().levels().labels()[k];
    var packed = new byte[lungs.length];
    for (int at = 0; at < packed.length; at++) {
      packed[at] = (byte) (lungs[at] + 4 * opacity[at] + 16 * levels[at]);
    }
    return packed;
  }

  ChestSegmentation of(String name, VolumeGeometry geometry) throws IOException {
    var lungs = LabelRaster.empty(geometry);
    var opacity = LabelRaster.empty(geometry);
    var levels = LabelRaster.empty(geometry);
    try (var in =
        new DataInputStream(
            new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(file(name))), 1 << 16))) {
      var packed = new byte[geometry.sliceSize()];
      for (int k = 0; k < geometry.slices(); k++) {
        in.readFully(packed);
        for (int at = 0; at < packed.length; at++) {
          lungs.labels()[k][at] = (byte) (packed[at] & 3);
          opacity.labels()[k][at] = (byte) (packed[at] >> 2 & 3);
          levels.labels()[k][at] = (byte) (packed[at] >> 4 & 3);
        }
      }
    }
    return new ChestSegmentation(
        lungs,
        opacity,
        Optional.empty(),
        Optional.empty(),
        List.of(card.identity()),
        List.of(),
        Optional.of(new OpacityUncertainty(levels, card.uncertainty().interval().orElseThrow())));
  }
}
