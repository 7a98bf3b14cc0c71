package org.hilum.epidemic.bulletin.content;

import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.hilum.epidemic.forecasting.Forecast;

/** What a forecast is about, in words: a day, a week, seven days. */
public final class Target {

  private Target() {}

  /** The words. */
  public static String of(Forecast forecast, Wording wording) {
    var phrase =
        switch (forecast.span()) {
          case DAY -> Phrase.TARGET_DAY;
          case WEEK -> Phrase.TARGET_WEEK;
          case SEVEN_DAYS -> Phrase.TARGET_SEVEN_DAYS;
        };
    return wording.text(phrase, wording.date(forecast.targetEnd()));
  }
}
