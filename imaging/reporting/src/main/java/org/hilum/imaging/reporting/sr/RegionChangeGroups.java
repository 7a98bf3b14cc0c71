package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.CONTAINS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.comparison.Change;
import org.hilum.imaging.comparison.ComparedQuantity;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.reporting.composite.ResultContext;
import org.hilum.imaging.reporting.content.CourseWords;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;
import org.hilum.imaging.vocabulary.CodedSite;
import org.hilum.imaging.vocabulary.Region;

/** How much opacity there was at each date, and how it changed in each part of the lungs. */
final class RegionChangeGroups {

  private static final List<Quantity> AMOUNTS =
      List.of(Quantity.VOLUME, Quantity.OPACITY_VOLUME, Quantity.OPACITY_PERCENT);

  private final ComparedSeries compared;

  private RegionChangeGroups(ComparedSeries compared) {
    this.compared = compared;
  }

  static List<ContentItem> of(ComparedSeries compared) {
    var groups = new RegionChangeGroups(compared);
    var items = new ArrayList<ContentItem>();
    for (int date = 0; date < compared.last(); date++) {
      items.add(groups.begun(Region.LUNGS, date).with(groups.amounts(Region.LUNGS, date)));
    }
    for (var region : CourseWords.regions(compared.findings())) {
      groups.changed(region).ifPresent(items::add);
    }
    return items;
  }

  private ContentItem begun(Region region, int date) {
    var site = CodedSite.of(region);
    var context = compared.series().get(date);
    return new MeasurementGroup(
            RegionGroups.words(region),
            compared.filed().identity().uid("region " + region.name()),
            site.structure())
        .of(lungs(context), context)
        .with(compared.timePoint(date))
        .with(MeasurementGroup.site(site));
  }

  private static Roi lungs(ResultContext context) {
    return ReportScope.of(context, Optional.empty())
        .lungCentre()
        .map(centre -> Roi.place(centre, context))
        .orElseGet(Roi.InWords::new);
  }

  private List<ContentItem> amounts(Region region, int date) {
    return ReportedQuantity.of(
        compared.series().get(date).findings().measurements().of(region), AMOUNTS);
  }

  /** The last date, with what changed since the one before; nothing where nothing was compared. */
  private Optional<ContentItem> changed(Region region) {
    var change = compared.findings().lastPair().of(region);
    var numbers = new ArrayList<ContentItem>();
    numbers.addAll(
        numbers(
            change.of(ComparedQuantity.OPACITY_VOLUME),
            ChangeCode.OPACITY_VOLUME_CHANGE,
            ChangeCode.OPACITY_VOLUME_CHANGE_LIMIT,
            Code.MILLILITRE.concept()));
    numbers.addAll(
        numbers(
            change.of(ComparedQuantity.OPACITY_PERCENT),
            ChangeCode.OPACITY_PERCENT_CHANGE,
            ChangeCode.OPACITY_PERCENT_CHANGE_LIMIT,
            Code.PERCENT.concept()));
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        begun(region, compared.last())
            .with(amounts(region, compared.last()))
            .with(days(region))
            .with(numbers)
            .with(
                ContentItem.code(
                    CONTAINS,
                    ChangeCode.COURSE.concept(),
                    ChangeCode.of(change.course()).concept())));
  }

  /** Said once, of both lungs. */
  private List<ContentItem> days(Region region) {
    var days = compared.findings().lastPair().days();
    return region == Region.LUNGS && days.isPresent()
        ? List.of(
            ContentItem.number(
                CONTAINS,
                ChangeCode.DAYS_SINCE_EARLIER.concept(),
                days.getAsLong(),
                ChangeCode.DAY))
        : List.of();
  }

  /** A change and its limit; nothing when it was not compared. */
  static List<ContentItem> numbers(
      Change change, ChangeCode name, ChangeCode limitName, CodedConcept unit) {
    return change instanceof Change.Compared said
        ? List.of(
            ContentItem.number(CONTAINS, name.concept(), said.difference(), unit),
            ContentItem.number(CONTAINS, limitName.concept(), said.limit(), unit))
        : List.of();
  }
}
