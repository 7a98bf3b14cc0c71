package org.hilum.server.command;

import java.util.Arrays;
import org.hilum.epidemic.bulletin.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which language of a bulletin {@code --language} names. */
public final class BulletinLanguage implements ITypeConverter<Language> {

  @Override
  public Language convert(String value) {
    return Arrays.stream(Language.values())
        .filter(
            language ->
                language.tag().equalsIgnoreCase(value) || language.word().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + value + "' is not a language: en or zh-CN"));
  }
}
