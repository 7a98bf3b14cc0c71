package org.hilum.epidemic.bulletin.wording;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hilum.epidemic.bulletin.Language;

/**
 * What a place is called in a language: provinces of China, and countries by their English name or
 * code; every other place keeps the name its source gives it.
 *
 * <p>Codes of two letters are taken for countries only when all places are such codes, as the
 * postal codes of the United States look alike.
 */
public final class PlaceNames {

  private final Language language;
  private final boolean areCodes;
  private final Map<String, String> countryCodes = new HashMap<>();

  private PlaceNames(Language language, Collection<String> places) {
    this.language = language;
    var codes = Arrays.stream(Locale.getISOCountries()).collect(Collectors.toSet());
    this.areCodes = isAllCodes(codes, places);
    codes.forEach(
        code -> countryCodes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code));
    countryCodes.put("US", "US");
    countryCodes.put("Korea, South", "KR");
    countryCodes.put("Taiwan*", "TW");
    countryCodes.put("Burma", "MM");
    countryCodes.put("Bosnia and Herzegovina", "BA");
    countryCodes.put("Congo (Kinshasa)", "CD");
    countryCodes.put("Congo (Brazzaville)", "CG");
    countryCodes.put("Cote d'Ivoire", "CI");
    countryCodes.put("Turkey", "TR");
    countryCodes.put("Cabo Verde", "CV");
    countryCodes.put("Antigua and Barbuda", "AG");
    countryCodes.put("Trinidad and Tobago", "TT");
    countryCodes.put("Sao Tome and Principe", "ST");
    countryCodes.put("Saint Vincent and the Grenadines", "VC");
    countryCodes.put("Saint Kitts and Nevis", "KN");
    countryCodes.put("Saint Lucia", "LC");
    countryCodes.put("Holy See", "VA");
    countryCodes.put("West Bank and Gaza", "PS");
  }

  /** The names in a language of places that are shown together. */
  public static PlaceNames of(Language language, Collection<String> places) {
    return new PlaceNames(language, places);
  }

  private static boolean isAllCodes(Set<String> codes, Collection<String> places) {
    return places.stream().allMatch(codes::contains) && places.size() > 1;
  }

  /** The name of a place. */
  public String of(String place) {
    var province = Province.of(place);
    if (province.isPresent()) {
      return language == Language.ENGLISH ? province.get().english() : province.get().chinese();
    }
    var code = areCodes ? place : countryCodes.get(place);
    if (code == null || (language == Language.ENGLISH && !areCodes)) {
      return place;
    }
    var name = Locale.of("", code).getDisplayCountry(language.locale());
    return name.isEmpty() || name.equals(code) ? place : name;
  }
}
