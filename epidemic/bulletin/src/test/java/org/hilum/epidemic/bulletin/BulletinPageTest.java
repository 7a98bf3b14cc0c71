package org.hilum.epidemic.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BulletinPageTest {

  private static final String EVIL = "<script>alert('x')</script>";

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_place_named_like_markup_stays_a_name(Language language) {
    var addresses =
        new Addresses(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(EVIL, "places/0001.html"),
            Map.of());
    var page = BulletinPage.of(Drawn.bulletin(EVIL, "Italy"), language, addresses);
    assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    assertThat(page.split("<script", -1)).as("our own script alone").hasSize(2);
  }

  @Test
  void nothing_is_fetched_from_anywhere() {
    var page = BulletinPage.of(Drawn.bulletin("Italy", "France"), Language.ENGLISH, Addresses.NONE);
    assertThat(page)
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain(" src=")
        .doesNotContain("@import")
        .doesNotContain("url(");
  }

  @Test
  void a_failed_source_is_said_with_its_day() {
    var page = BulletinPage.of(Drawn.bulletin("Italy"), Language.ENGLISH, Addresses.NONE);
    assertThat(page)
        .contains("Hospitals has failed since 3 Mar 2021: no counts came when they were due.");
  }

  @Test
  void remarks_stand_beside_their_chart_and_limits_and_past_errors_are_always_there() {
    var page = BulletinPage.of(Drawn.bulletin("Italy"), Language.ENGLISH, Addresses.NONE);
    assertThat(page)
        .contains("2021-02-25: 5 were late.")
        .contains("No earlier forecast could be scored yet")
        .contains("For research and education. Not to be the only ground of a decision.");
  }

  @Test
  void provinces_get_a_map_and_other_places_none() {
    var china = Drawn.bulletin("Hubei", "Hunan", "Beijing", "Shanghai", "Guangdong", "Sichuan");
    assertThat(BulletinPage.of(china, Language.ENGLISH, Addresses.NONE)).contains("id=\"map\"");
    var europe = Drawn.bulletin("Italy", "France");
    assertThat(BulletinPage.of(europe, Language.ENGLISH, Addresses.NONE))
        .doesNotContain("id=\"map\"");
  }

  @Test
  void control_of_entry_stands_among_what_if_and_in_no_forecast() {
    var page = BulletinPage.of(Drawn.bulletin("Italy"), Language.ENGLISH, Addresses.NONE);
    var box = page.substring(page.indexOf("class=\"scenario\""));

    assertThat(box)
        .contains("1 infected enter each day from 7 Mar 2021 on, contacts as today")
        .contains("the same, but nine of ten who would enter are held back")
        .contains("Scenarios, not forecasts");
    assertThat(page.substring(0, page.indexOf("class=\"scenario\""))).doesNotContain("held back");
  }

  @Test
  void the_policy_can_name_the_script() {
    assertThat(BulletinPage.scriptHash()).matches("'sha256-[A-Za-z0-9+/]{43}='");
  }
}
