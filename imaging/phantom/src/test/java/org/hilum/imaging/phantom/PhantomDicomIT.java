package org.hilum.imaging.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hilum.fixtures.Peer;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What David Clunie's validators (dicom3tools) say of the objects written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhantomDicomIT {

  private static final ScanIdentity IDENTITY = ScanIdentity.phantom(LocalDate.of(2020, 2, 12));
  private static final ScanGrid GRID =
      ScanGrid.axial(48, 40, 5, 7, 4).about(new PatientPoint(0, 10, -40));

  @TempDir Path folder;

  private static PhantomScan scan(ScanGrid grid) {
    return ChestPhantom.standard(3).draw(grid, ScanProtocol.standard(4));
  }

  private static void assertValid(Path file) {
    var answer =
        Peer.require("dciodvfy", "dicom3tools").run(List.of("-new", "-filename", file.toString()));
    assertThat(answer.output()).contains("CT");
    assertThat(answer.output().lines().filter(line -> line.startsWith("Error"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SlicePlane.class)
  void ct_images_are_valid_in_every_plane(SlicePlane plane) throws IOException {
    PhantomDicom.write(scan(GRID.in(plane)), IDENTITY, folder).forEach(PhantomDicomIT::assertValid);
  }

  @Test
  void tilted_ct_images_are_valid() throws IOException {
    PhantomDicom.write(scan(GRID.tilted(12)), IDENTITY, folder)
        .forEach(PhantomDicomIT::assertValid);
  }

  @Test
  void the_scout_is_valid() throws IOException {
    assertValid(PhantomDicom.writeScout(scan(GRID), IDENTITY.series(1, "scout"), folder));
  }

  @Test
  void the_enhanced_object_is_valid() throws IOException {
    assertValid(PhantomDicom.writeEnhanced(scan(GRID), IDENTITY.series(3, "enhanced"), folder));
  }

  @Test
  void all_objects_of_a_study_agree_with_each_other() throws IOException {
    var scan = scan(GRID);
    var files = new ArrayList<>(PhantomDicom.write(scan, IDENTITY, folder));
    files.add(PhantomDicom.writeScout(scan, IDENTITY.series(1, "scout"), folder));
    files.add(PhantomDicom.writeEnhanced(scan, IDENTITY.series(3, "enhanced"), folder));
    var answer =
        Peer.require("dcentvfy", "dicom3tools").run(files.stream().map(Path::toString).toList());
    assertThat(answer.output().lines().filter(line -> line.startsWith("Error"))).isEmpty();
    assertThat(answer.exitCode()).isZero();
  }
}
