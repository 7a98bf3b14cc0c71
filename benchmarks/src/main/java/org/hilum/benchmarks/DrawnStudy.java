package org.hilum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.phantom.PhantomCourse;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.phantom.ScanProtocol;
import org.hilum.imaging.quantification.Quantifier;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.hilum.imaging.segmentation.Network;
import org.hilum.imaging.segmentation.NetworkChestSegmenter;
import org.hilum.imaging.segmentation.SegmentationResult.Segmented;
import org.hilum.imaging.segmentation.SegmentationSettings;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeBuilder;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A drawn chest of 512 x 512 pixels on disk, and what each step makes of it. */
@NullUnmarked // JMH fills the fields before the first measurement
@State(Scope.Benchmark)
public class DrawnStudy {

  @Param({"100"})
  int slices;

  Path folder = Path.of("");
  List<Instance> instances = List.of();
  CtVolume volume;
  ChestSegmenter segmenter;
  ChestSegmentation segmentation;

  /** Writes the 312 mm of the demo's diseased chest in so many slices of 512 x 512. */
  static void write(Path folder, int slices) throws IOException {
    double spacingMm = 312.0 / slices;
    var grid = ScanGrid.axial(512, 512, slices, 0.76, spacingMm).about(new PatientPoint(0, 8, -44));
    var scan = PhantomCourse.demo().chestAt(1).draw(grid, ScanProtocol.standard(spacingMm));
    PhantomDicom.write(scan, ScanIdentity.phantom(LocalDate.of(2020, 2, 20)), folder);
  }

  static ChestSegmenter open() {
    var networks = Path.of(System.getProperty("hilum.home", "."), "networks");
    return NetworkChestSegmenter.open(
        Network.open(networks.resolve("chest-opacity-2d")), SegmentationSettings.standard());
  }

  @Setup(Level.Trial)
  public void draw() throws IOException {
    folder = Files.createTempDirectory("hilum-bench");
    write(folder, slices);
    instances = arrived();
    segmenter = open();
    volume = built();
    segmentation = segmented(volume, segmenter);
  }

  List<Instance> arrived() throws IOException {
    try (var inventory = StudyIntake.take(folder, done -> {})) {
      return inventory.studies().getFirst().readableCt().getFirst().instances();
    }
  }

  CtVolume built() {
    if (VolumeBuilder.build(instances, done -> {}) instanceof VolumeBuilt built) {
      return built.volume();
    }
    throw new IllegalStateException("the drawn chest was refused");
  }

  static ChestSegmentation segmented(CtVolume volume, ChestSegmenter segmenter) {
    if (segmenter.segment(volume, done -> {}) instanceof Segmented(var segmentation)) {
      return segmentation;
    }
    throw new IllegalStateException("no lungs were found in the drawn chest");
  }

  Object measured() {
    return new Quantifier().measure(volume, segmentation);
  }

  @TearDown(Level.Trial)
  public void remove() throws IOException {
    segmenter.close();
    try (var deepestFirst = Files.walk(folder).sorted(Comparator.reverseOrder())) {
      for (var each : deepestFirst.toList()) {
        Files.delete(each);
      }
    }
  }
}
