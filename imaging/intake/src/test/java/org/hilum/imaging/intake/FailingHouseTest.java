package org.hilum.imaging.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveFault;
import org.hilum.imaging.dicom.CallOutcome;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomCaller;
import org.hilum.imaging.dicom.DicomListener;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.ListenerSettings;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.SendOutcome;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.StoragePolicy;
import org.hilum.platform.storage.ContentStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FailingHouseTest {

  @TempDir private Path folder;
  private IntakeRoom room;
  private final AtomicBoolean isDown = new AtomicBoolean();

  @BeforeEach
  void open() throws IOException {
    room = new IntakeRoom(folder);
  }

  /** The room's archive, which is away while {@link #isDown}. */
  private Archive archive() {
    return (Archive)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Archive.class},
            (proxy, method, arguments) -> {
              if (isDown.get()) {
                throw new ArchiveFault("away", new SQLException("connection refused"));
              }
              try {
                return method.invoke(room.archive, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  private InstanceReceiver receiver(ArrivalObserver observer) throws IOException {
    var files = ContentStore.open(folder.resolve("other"));
    return new InstanceReceiver(files, archive(), room.clock, observer, 1_000_000);
  }

  private Sender sender() {
    return new Sender(room.institution, "CT1", Channel.DIMSE, "a");
  }

  @Test
  void an_observer_that_fails_does_not_fail_an_object_that_is_safe() throws IOException {
    var failing =
        new ArrivalObserver() {
          @Override
          public void begun(Sender sender) {
            throw new IllegalStateException("begun");
          }

          @Override
          public void accepted(
              Sender sender, Receipt.Accepted receipt, long revision, DataSet header) {
            throw new IllegalStateException("accepted");
          }

          @Override
          public void transferEnded(Sender sender) {
            throw new IllegalStateException("ended");
          }
        };
    var receiver = receiver(new GuardedObserver(List.of(failing, room.told)));
    var receipt = receiver.receive(sender(), new ByteArrayInputStream(CtFile.slice(1).bytes()));
    receiver.transferEnded(sender());
    assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
    assertThat(room.told.events).containsExactly("begun", "accepted", "ended a");
    assertThat(receiver(failing).receive(sender(), new ByteArrayInputStream(new byte[10])))
        .isInstanceOf(Receipt.TurnedAway.class);
  }

  @Test
  void an_archive_that_fails_is_a_fault_that_senders_can_act_on() throws IOException {
    isDown.set(true);
    var receiver = receiver(room.told);
    var bytes = CtFile.slice(1).bytes();
    assertThatThrownBy(() -> receiver.receive(sender(), new ByteArrayInputStream(bytes)))
        .isInstanceOfSatisfying(
            NotKeptException.class,
            failed ->
                assertThat(NotKeptException.reason(failed).code())
                    .isEqualTo(IntakeReason.NOT_KEPT));
    assertThat(room.told.events).containsExactly("begun", "dropped");
    isDown.set(false);
    assertThat(receiver.receive(sender(), new ByteArrayInputStream(bytes)))
        .isInstanceOf(Receipt.Accepted.class);
  }

  @Test
  void over_dimse_it_is_out_of_resources_and_the_association_goes_on() throws IOException {
    var intake = new DimseIntake(receiver(room.told), object -> Optional.of(room.institution));
    var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var listener =
        DicomListener.start(ListenerSettings.at(at), StoragePolicy.OPEN, intake, intake)) {
      var file = folder.resolve("1.dcm");
      CtFile.slice(1).writeTo(file);
      var object = SendableObject.of(file).orElseThrow();
      var to = new InetSocketAddress(at.getAddress(), listener.port());
      var outcome =
          DicomCaller.call(
              CallSettings.to(to, "CT1", "HILUM"), List.of(ProposedContext.of(object)));
      assertThat(outcome).isInstanceOf(CallOutcome.Connected.class);
      try (var caller = ((CallOutcome.Connected) outcome).caller()) {
        isDown.set(true);
        var refused = status(caller.store(object));
        assertThat(refused.code()).isEqualTo(0xA700);
        assertThat(refused.comment()).startsWith(IntakeReason.NOT_KEPT.code());
        isDown.set(false);
        assertThat(status(caller.store(object))).isEqualTo(DimseStatus.SUCCESS);
        caller.release();
      }
    }
    assertThat(room.told.events)
        .filteredOn(event -> !event.startsWith("ended"))
        .containsExactly("begun", "dropped", "begun", "accepted");
  }

  private static DimseStatus status(SendOutcome outcome) {
    assertThat(outcome).isInstanceOf(SendOutcome.Answered.class);
    return ((SendOutcome.Answered) outcome).status();
  }
}
