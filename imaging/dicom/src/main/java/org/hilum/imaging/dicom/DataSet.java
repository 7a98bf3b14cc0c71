package org.hilum.imaging.dicom;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a DICOM object says: its attributes in tag order, as typed values.
 *
 * <p>Immutable. A getter gives the empty answer when the attribute is absent or has no value, and
 * refuses with {@link MalformedValueException} when a value is there but cannot be read.
 */
public final class DataSet {

  private final NavigableMap<Integer, Element> elements;
  private final CharacterSet characterSet;

  /** Attributes taken over from another data set, faults and all. */
  private final Set<Integer> carried;

  DataSet(NavigableMap<Integer, Element> elements, CharacterSet characterSet) {
    this(elements, characterSet, Set.of());
  }

  DataSet(
      NavigableMap<Integer, Element> elements, CharacterSet characterSet, Set<Integer> carried) {
    this.elements = elements;
    this.characterSet = characterSet;
    this.carried = carried;
  }

  /** A builder of a new data set whose text is written in UTF-8 (ISO_IR 192). */
  public static DataSetBuilder builder() {
    return new DataSetBuilder(CharacterSet.UTF_8);
  }

  /** A builder that starts with what this data set holds. */
  public DataSetBuilder toBuilder() {
    var builder = new DataSetBuilder(characterSet);
    for (var element : elements.values()) {
      if (isCarried(element.tag())) {
        builder.copy(element.tag(), this);
      } else {
        builder.put(element);
      }
    }
    return builder;
  }

  /** The same, with another character set wherever none was declared. */
  DataSet readAs(CharacterSet set) {
    var copy = new TreeMap<Integer, Element>(Integer::compareUnsigned);
    for (var element : elements.values()) {
      copy.put(element.tag(), readAs(element, set));
    }
    return new DataSet(copy, characterSet.isDefaultRepertoire() ? set : characterSet, carried);
  }

  private static Element readAs(Element element, CharacterSet set) {
    if (!(element.value() instanceof Element.Items sequence)) {
      return element;
    }
    var items = sequence.items().stream().map(item -> item.readAs(set)).toList();
    return new Element(element.tag(), element.vr(), new Element.Items(items));
  }

  /** Whether the attribute was taken over from another data set as it is. */
  boolean isCarried(int tag) {
    return carried.contains(tag);
  }

  /** The elements in ascending order of tag, as unsigned numbers. */
  public Collection<Element> elements() {
    return Collections.unmodifiableCollection(elements.values());
  }

  /** Whether the attribute is present, with or without a value. */
  public boolean has(int tag) {
    return elements.containsKey(tag);
  }

  /** The element, if present. */
  public Optional<Element> element(int tag) {
    return Optional.ofNullable(elements.get(tag));
  }

  /** First value as text without padding; empty when absent or without value. */
  public Optional<String> text(int tag) {
    var all = texts(tag);
    return all.isEmpty() || all.getFirst().isEmpty()
        ? Optional.empty()
        : Optional.of(all.getFirst());
  }

  /** All values as text without padding; a multi-valued text keeps its empty values. */
  public List<String> texts(int tag) {
    return element(tag).map(element -> Values.texts(element, characterSet)).orElse(List.of());
  }

  /** First value as a whole number, of IS or any binary integer representation. */
  public OptionalInt integer(int tag) {
    var all = numbers(tag);
    if (all.length == 0) {
      return OptionalInt.empty();
    }
    if (all[0] != Math.rint(all[0]) || Math.abs(all[0]) > Integer.MAX_VALUE) {
      throw new MalformedValueException(tag, "a whole number is needed");
    }
    return OptionalInt.of((int) all[0]);
  }

  /** First value as a number. */
  public OptionalDouble number(int tag) {
    var all = numbers(tag);
    return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(all[0]);
  }

  /** All values as numbers, of DS, IS or any binary representation; empty when there is none. */
  public double[] numbers(int tag) {
    return element(tag).map(element -> Values.numbers(element, characterSet)).orElse(new double[0]);
  }

  /** All values as attribute tags (AT), {@code 0xGGGGEEEE}. */
  public int[] tags(int tag) {
    return element(tag).map(Values::tags).orElse(new int[0]);
  }

  /** First value as a UID. */
  public Optional<Uid> uid(int tag) {
    return text(tag)
        .map(
            text -> {
              if (!Uid.isWellFormed(text)) {
                throw new MalformedValueException(tag, "digits and dots are needed for a UID");
              }
              return new Uid(text);
            });
  }

  /** The items of a sequence; empty when absent. */
  public List<DataSet> items(int tag) {
    return element(tag)
        .map(element -> element.value() instanceof Element.Items sequence ? sequence.items() : null)
        .orElse(List.of());
  }

  /** First item of a sequence. */
  public Optional<DataSet> item(int tag) {
    return items(tag).stream().findFirst();
  }

  /** The character set text is read with. */
  public CharacterSet characterSet() {
    return characterSet;
  }

  @Override
  public String toString() {
    return Arrays.toString(elements.values().stream().map(e -> Tag.name(e.tag())).toArray());
  }
}
