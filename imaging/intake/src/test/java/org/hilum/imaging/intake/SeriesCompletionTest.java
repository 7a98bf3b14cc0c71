package org.hilum.imaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeriesCompletionTest {

  @TempDir private Path folder;
  private IntakeRoom room;
  private final AtomicReference<Instant> steady = new AtomicReference<>(Instant.EPOCH);
  private final List<SeriesCompleted> told = new ArrayList<>();
  private final List<Uid> refused = new ArrayList<>();
  private SeriesCompletion completion;

  @BeforeEach
  void open() throws IOException {
    room = new IntakeRoom(folder);
    completion = completion(room.tables);
  }

  private SeriesCompletion completion(DataSource tables) {
    return new SeriesCompletion(
        tables, CompletionSettings.USUAL, room.clock, steady::get, this::completed);
  }

  private void completed(SeriesCompleted event) {
    if (!event.institution().equals(room.institution)) {
      return;
    }
    if (refused.contains(event.seriesInstanceUid())) {
      throw new IllegalStateException("not now");
    }
    told.add(event);
  }

  private void arrives(String study, String series, int number) throws IOException {
    var sender = new Sender(room.institution, "CT1", Channel.DIMSE, "line");
    var bytes =
        CtFile.slice(number)
            .with(
                to ->
                    to.uid(Tag.STUDY_INSTANCE_UID, new Uid(study))
                        .uid(Tag.SERIES_INSTANCE_UID, new Uid(series))
                        .uid(Tag.SOP_INSTANCE_UID, new Uid(series + "." + number)))
            .bytes();
    var receipt = room.receiver.receive(sender, new ByteArrayInputStream(bytes));
    assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
    var accepted = (Receipt.Accepted) receipt;
    var revision =
        room.archive.study(room.institution, new Uid(study)).orElseThrow().series().stream()
            .filter(each -> each.seriesInstanceUid().value().equals(series))
            .findFirst()
            .orElseThrow()
            .revision();
    completion.begun(sender);
    completion.accepted(sender, accepted, revision, header(number));
  }

  private static DataSet header(int number) {
    return DataSet.builder()
        .text(Tag.MODALITY, Vr.CS, "CT")
        .integerString(Tag.INSTANCE_NUMBER, number)
        .build();
  }

  private void passes(Duration time) {
    steady.updateAndGet(now -> now.plus(time));
    completion.look();
  }

  private List<String> toldSeries() {
    return told.stream().map(each -> each.seriesInstanceUid().value()).toList();
  }

  @Test
  void a_series_nobody_takes_holds_up_no_other_and_is_told_when_it_is_taken() throws IOException {
    arrives("1.2.3", "1.2.3.1", 1);
    arrives("1.2.4", "1.2.4.1", 1);
    arrives("1.2.5", "1.2.5.1", 1);
    for (var study : List.of("1.2.3", "1.2.4", "1.2.5")) {
      refused.add(new Uid(study + ".1"));
    }
    refused.remove(new Uid("1.2.5.1"));
    passes(Duration.ofSeconds(2));
    assertThat(toldSeries()).containsExactly("1.2.5.1");
    refused.remove(new Uid("1.2.4.1"));
    completion.look();
    assertThat(toldSeries()).as("it rests before it is told again").hasSize(1);
    passes(Duration.ofSeconds(1));
    assertThat(toldSeries()).containsExactly("1.2.5.1", "1.2.4.1");
    assertThat(completion.growingCount()).isEqualTo(1);
    refused.clear();
    passes(Duration.ofSeconds(1));
    assertThat(toldSeries()).as("it rests longer each time").hasSize(2);
    passes(Duration.ofSeconds(1));
    assertThat(toldSeries()).contains("1.2.3.1");
    assertThat(completion.growingCount()).isZero();
  }

  @Test
  void what_nobody_took_before_a_stop_is_told_after_it() throws IOException {
    arrives("1.2.3", "1.2.3.1", 1);
    refused.add(new Uid("1.2.3.1"));
    passes(Duration.ofSeconds(2));
    completion.close();
    refused.clear();
    completion = completion(room.tables);
    restart();
    passes(Duration.ofSeconds(2));
    assertThat(toldSeries()).containsExactly("1.2.3.1");
    assertThat(told.getFirst().isLate()).isFalse();
  }

  @Test
  void what_comes_again_after_its_deletion_is_not_late_and_what_comes_after_that_is()
      throws IOException {
    arrives("1.2.3", "1.2.3.1", 1);
    passes(Duration.ofSeconds(2));
    room.archive.delete(room.institution, new Uid("1.2.3"), "tester", "wrong patient");
    arrives("1.2.3", "1.2.3.1", 1);
    completion = completion(room.tables);
    restart();
    passes(Duration.ofSeconds(2));
    arrives("1.2.3", "1.2.3.1", 2);
    passes(Duration.ofSeconds(2));
    assertThat(told).extracting(SeriesCompleted::isLate).containsExactly(false, false, true);
  }

  /** Takes up, without a timer that looks by itself. */
  private void restart() {
    completion.takeUp(room.archive);
  }

  @Test
  void a_clock_that_is_set_back_changes_no_quiet_time() throws IOException {
    arrives("1.2.3", "1.2.3.1", 1);
    room.now.updateAndGet(now -> now.minus(Duration.ofDays(400)));
    completion.look();
    assertThat(told).isEmpty();
    passes(Duration.ofSeconds(2));
    assertThat(toldSeries()).containsExactly("1.2.3.1");
    arrives("1.2.3", "1.2.3.2", 1);
    completion = completion(room.tables);
    restart();
    passes(Duration.ofSeconds(2));
    assertThat(toldSeries()).as("though it came before what was told").contains("1.2.3.2");
  }

  @Test
  void asks_once_at_a_start_however_many_series_there_are() throws IOException {
    for (int n = 1; n <= 5; n++) {
      arrives("1.2.3", "1.2.3." + n, 1);
    }
    passes(Duration.ofSeconds(2));
    var questions = new AtomicInteger();
    completion = completion(counting(questions));
    restart();
    assertThat(questions.get()).isLessThanOrEqualTo(2);
    told.clear();
    passes(Duration.ofSeconds(2));
    assertThat(told).isEmpty();
  }

  private DataSource counting(AtomicInteger questions) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              var result = method.invoke(room.tables, arguments);
              if (result instanceof Connection) {
                questions.incrementAndGet();
              }
              return result;
            });
  }
}
