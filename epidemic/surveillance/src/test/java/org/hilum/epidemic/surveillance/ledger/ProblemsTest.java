package org.hilum.epidemic.surveillance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hilum.epidemic.surveillance.SurveillanceReason.FUTURE_ROW;
import static org.hilum.epidemic.surveillance.SurveillanceReason.UNREADABLE_ROW;

import org.hilum.epidemic.surveillance.Remark;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemsTest {

  private final Problems problems = new Problems("cases.csv");

  @Test
  void that_are_not_told_one_by_one_are_counted_by_what_they_are() {
    for (int line = 2; line < 52; line++) {
      problems.add(line % 5 == 0 ? UNREADABLE_ROW : FUTURE_ROW, "No.", line);
    }

    var all = problems.all();

    assertThat(all).hasSize(Problems.TOLD + 2);
    assertThat(all.subList(Problems.TOLD, all.size()))
        .extracting(Remark::toString)
        .containsExactlyInAnyOrder(
            "SUR-002 24 more rows are dated after the day of knowledge. (cases.csv)",
            "SUR-003 6 more rows are not understood. (cases.csv)");
  }

  @Test
  void that_are_few_are_all_told() {
    problems.add(FUTURE_ROW, "No.", 0);

    assertThat(problems.isEmpty()).isFalse();
    assertThat(problems.all()).extracting(Remark::where).containsExactly("cases.csv");
  }
}
