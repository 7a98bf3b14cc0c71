package org.hilum.imaging.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.InstanceSource;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.VolumeBuilder;
import org.hilum.imaging.volume.VolumeGeometry;
import org.hilum.imaging.volume.VolumeResult;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was drawn is what the reading line builds from the files. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhantomRoundTripTest {

  private static final ScanIdentity IDENTITY = ScanIdentity.phantom(LocalDate.of(2020, 2, 12));
  private static final ScanGrid GRID =
      new ScanGrid(
          SlicePlane.HEAD_FIRST_SUPINE, 48, 40, 24, 3.7, 4.1, 7, 0, new PatientPoint(20, 10, -40));

  @TempDir Path folder;

  /** A file as an instance: its header now, the whole of it when asked. */
  private record FileSource(Path file) implements InstanceSource {

    static Instance instance(Path file) {
      var source = new FileSource(file);
      try {
        return switch (source.read(DicomReader.Depth.HEADER)) {
          case DicomParse.Parsed parsed -> new Instance(parsed.object(), source);
          case DicomParse.Refused refused -> throw new AssertionError(refused.reasons());
          case DicomParse other -> throw new AssertionError(other);
        };
      } catch (IOException failed) {
        throw new java.io.UncheckedIOException(failed);
      }
    }

    @Override
    public String name() {
      return file.getFileName().toString();
    }

    @Override
    public DicomParse read(DicomReader.Depth depth) throws IOException {
      return DicomReader.read(file, depth);
    }
  }

  private static VolumeResult.VolumeBuilt built(List<Path> files) {
    var instances = files.reversed().stream().map(FileSource::instance).toList();
    var result = VolumeBuilder.build(instances, progress -> {});
    assertThat(result).isInstanceOf(VolumeResult.VolumeBuilt.class);
    return (VolumeResult.VolumeBuilt) result;
  }

  private static void assertSamePlaces(VolumeGeometry built, VolumeGeometry drawn) {
    for (int k : new int[] {0, drawn.slices() - 1}) {
      var there = built.point(k, drawn.rows() - 1, drawn.columns() - 1);
      assertThat(there.minus(drawn.point(k, drawn.rows() - 1, drawn.columns() - 1)).length())
          .as("mm between the places of a corner")
          .isCloseTo(0, within(1e-6));
      assertThat(built.point(k, 0, 0).minus(drawn.point(k, 0, 0)).length())
          .isCloseTo(0, within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(SlicePlane.class)
  void a_scan_in_any_plane_is_built_to_the_volume_drawn(SlicePlane plane) throws IOException {
    var scan = ChestPhantom.standard(3).draw(GRID.in(plane), ScanProtocol.standard(5));
    var volume = built(PhantomDicom.write(scan, IDENTITY, folder)).volume();
    assertSamePlaces(volume.geometry(), scan.volume().geometry());
    assertThat(volume.hu()).isDeepEqualTo(scan.volume().hu());
  }

  @Test
  void a_tilted_scan_is_built_to_the_sheared_volume_drawn() throws IOException {
    var scan = ChestPhantom.standard(3).draw(GRID.tilted(14), ScanProtocol.standard(5));
    var volume = built(PhantomDicom.write(scan, IDENTITY, folder)).volume();
    assertSamePlaces(volume.geometry(), scan.volume().geometry());
    assertThat(volume.hu()).isDeepEqualTo(scan.volume().hu());
  }

  @Test
  void an_enhanced_object_is_built_to_the_volume_drawn() throws IOException {
    var scan = ChestPhantom.standard(3).draw(GRID, ScanProtocol.standard(5));
    var file = PhantomDicom.writeEnhanced(scan, IDENTITY.series(3, "enhanced"), folder);
    var volume = built(List.of(file)).volume();
    assertSamePlaces(volume.geometry(), scan.volume().geometry());
    assertThat(volume.hu()).isDeepEqualTo(scan.volume().hu());
  }
}
