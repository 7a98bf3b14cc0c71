package org.hilum.imaging.segmentation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.InstanceSource;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.volume.CanonicalOrder;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.VolumeBuilder;
import org.hilum.imaging.volume.VolumeGeometry;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;

/**
 * Draws what a segmenter finds, to be looked at: {@code LookAtChest <DICOM folder or training case>
 * <picture.png>}.
 */
final class LookAtChest {

  private static final int ACROSS = Integer.getInteger("across", 5);
  private static final int DOWN = Integer.getInteger("down", 4);

  private LookAtChest() {}

  public static void main(String[] arguments) throws IOException {
    var volume = thinned(volume(arguments[0]), Integer.getInteger("thin", 1));
    var settings =
        SegmentationSettings.standard()
            .tellingSteps(
                step ->
                    System.out.printf(
                        "%8s %.3f s, processor %.3f s%n",
                        step.step(), step.seconds(), processorSeconds()));
    long opened = System.nanoTime();
    try (var segmenter = segmenter(settings)) {
      System.out.printf("open %.3f s%n", (System.nanoTime() - opened) / 1e9);
      int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
      for (int time = 1; time < times; time++) {
        segmenter.segment(volume, done -> {});
      }
      long began = System.nanoTime();
      var result = segmenter.segment(volume, done -> {});
      System.out.printf("segment %.3f s%n", (System.nanoTime() - began) / 1e9);
      if (result instanceof Segmented segmented) {
        describe(volume, segmented.segmentation());
        draw(volume, segmented.segmentation(), Path.of(arguments[1]));
      } else {
        System.out.println(result);
      }
    }
  }

  private static double lastProcessorSeconds;

  /** Processor time of all threads since the last call. */
  private static double processorSeconds() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    double now = ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime() / 1e9;
    double since = now - lastProcessorSeconds;
    lastProcessorSeconds = now;
    return since;
  }

  private static ChestSegmenter segmenter(SegmentationSettings settings) {
    return System.getProperty("by-hand") != null
        ? Cards.byHand(settings)
        : NetworkChestSegmenter.open(Network.open(Cards.folder()), settings);
  }

  /** The same chest with every slice so many times, as thin slices are. */
  private static CtVolume thinned(CtVolume volume, int times) {
    var g = volume.geometry();
    var hu = new short[g.slices() * times][];
    for (int k = 0; k < hu.length; k++) {
      hu[k] = volume.hu()[k / times].clone();
    }
    var thin =
        new VolumeGeometry(
            g.origin(),
            g.iDirection(),
            g.jDirection(),
            g.kDirection(),
            g.iSpacingMm(),
            g.jSpacingMm(),
            g.kSpacingMm() / times,
            g.columns(),
            g.rows(),
            hu.length);
    return new CtVolume(thin, hu, volume.spacingKnown());
  }

  private static CtVolume volume(String from) throws IOException {
    if (!Files.isDirectory(Path.of(from))) {
      return TrainingCase.require(from).volume();
    }
    var instances = new ArrayList<Instance>();
    try (var files = Files.list(Path.of(from))) {
      for (var file : files.toList()) {
        if (DicomReader.read(file, DicomReader.Depth.HEADER) instanceof DicomParse.Parsed parsed) {
          instances.add(new Instance(parsed.object(), new FileSource(file)));
        }
      }
    }
    var built = VolumeBuilder.build(instances, done -> {});
    if (built instanceof VolumeBuilt volume) {
      return volume.volume();
    }
    throw new IllegalArgumentException(built.toString());
  }

  private record FileSource(Path file) implements InstanceSource {
    @Override
    public String name() {
      return file.toString();
    }

    @Override
    public DicomParse read(DicomReader.Depth depth) throws IOException {
      return DicomReader.read(file, depth);
    }
  }

  private static void describe(CtVolume volume, ChestSegmentation chest) {
    double ml = volume.geometry().voxelMl();
    var g = volume.geometry();
    long left = chest.lungs().count(LungLabel.LEFT);
    long right = chest.lungs().count(LungLabel.RIGHT);
    long ground = chest.opacity().count(OpacityLabel.GROUND_GLASS);
    long dense = chest.opacity().count(OpacityLabel.CONSOLIDATION);
    System.out.printf(
        "%d x %d x %d, %.2f x %.2f mm; left %.0f mL, right %.0f mL, ground-glass %.1f mL,"
            + " consolidation %.1f mL, opacity %.2f %%%n",
        g.columns(),
        g.rows(),
        g.slices(),
        g.iSpacingMm(),
        g.kSpacingMm(),
        left * ml,
        right * ml,
        ground * ml,
        dense * ml,
        100.0 * (ground + dense) / (left + right));
    chest.remarks().forEach(System.out::println);
  }

  private static void draw(CtVolume source, ChestSegmentation found, Path picture)
      throws IOException {
    var order = CanonicalOrder.of(source.geometry());
    var volume = order.toCanonical(source);
    var lungs = order.toCanonical(found.lungs()).labels();
    var opacity = order.toCanonical(found.opacity()).labels();
    var g = volume.geometry();
    int first = 0;
    int last = g.slices() - 1;
    while (first < last && isEmpty(lungs[first])) {
      first++;
    }
    while (last > first && isEmpty(lungs[last])) {
      last--;
    }
    last = Integer.getInteger("last", last);
    first = Integer.getInteger("first", first);
    int scale = g.columns() > 320 ? 1 : 2;
    int width = g.columns() * scale;
    int height = g.rows() * scale;
    var image = new BufferedImage(ACROSS * width, DOWN * height, BufferedImage.TYPE_INT_RGB);
    var shown = new ArrayList<Integer>(List.of());
    for (int n = 0; n < ACROSS * DOWN; n++) {
      int k = (int) Math.round(last - n * (double) (last - first) / (ACROSS * DOWN - 1));
      shown.add(k);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int at = y / scale * g.columns() + x / scale;
          image.setRGB(
              n % ACROSS * width + x,
              n / ACROSS * height + y,
              colour(volume.hu()[k], lungs[k], opacity[k], at, g.columns()));
        }
      }
    }
    System.out.println("slices " + shown);
    ImageIO.write(image, "png", picture.toFile());
  }

  private static boolean isEmpty(byte[] slice) {
    for (byte label : slice) {
      if (label != 0) {
        return false;
      }
    }
    return true;
  }

  private static int colour(short[] hu, byte[] lungs, byte[] opacity, int at, int columns) {
    int grey = Math.clamp((int) ((hu[at] + 1350) * 255L / 1500), 0, 255);
    if (isEdge(lungs, at, columns)) {
      return lungs[at] == LungLabel.LEFT ? 0x00FF00 : 0x00A0FF;
    }
    if (isEdge(opacity, at, columns)) {
      return opacity[at] == OpacityLabel.CONSOLIDATION ? 0xFF0000 : 0xFFE000;
    }
    return grey << 16 | grey << 8 | grey;
  }

  private static boolean isEdge(byte[] labels, int at, int columns) {
    if (labels[at] == 0) {
      return false;
    }
    return at - columns < 0
        || at + columns >= labels.length
        || labels[at - 1] != labels[at]
        || labels[at + 1] != labels[at]
        || labels[at - columns] != labels[at]
        || labels[at + columns] != labels[at];
  }
}
