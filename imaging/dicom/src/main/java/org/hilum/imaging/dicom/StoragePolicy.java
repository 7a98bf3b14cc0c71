package org.hilum.imaging.dicom;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Serves Verification and every storage class of the standard, in whichever transfer syntax the
 * sender names first.
 *
 * <p>Source: PS3.4 B.5 (storage classes stand below 1.2.840.10008.5.1.4.1.1).
 *
 * @param calledTitles titles we go by; none for any
 * @param callingTitles titles that may call; none for any
 */
public record StoragePolicy(Set<String> calledTitles, Set<String> callingTitles)
    implements AssociationPolicy {

  /** Verification SOP Class (PS3.4 A.4). */
  public static final String VERIFICATION = "1.2.840.10008.1.1";

  private static final String STORAGE_ROOT = "1.2.840.10008.5.1.4.1.1.";

  /** Of the inventory classes only 201.1 is storage; the others ask for and move inventories. */
  private static final String INVENTORIES = STORAGE_ROOT + "201.";

  /** Anyone may call us by any title. */
  public static final StoragePolicy OPEN = new StoragePolicy(Set.of(), Set.of());

  public StoragePolicy {
    calledTitles = Set.copyOf(calledTitles);
    callingTitles = Set.copyOf(callingTitles);
  }

  @Override
  public boolean isCalled(String calledTitle) {
    return calledTitles.isEmpty() || calledTitles.contains(calledTitle);
  }

  @Override
  public boolean mayCall(String callingTitle, String calledTitle) {
    return callingTitles.isEmpty() || callingTitles.contains(callingTitle);
  }

  @Override
  public boolean serves(String abstractSyntax) {
    return abstractSyntax.equals(VERIFICATION) || isStorage(abstractSyntax);
  }

  private static boolean isStorage(String abstractSyntax) {
    return abstractSyntax.startsWith(STORAGE_ROOT)
        && (!abstractSyntax.startsWith(INVENTORIES) || abstractSyntax.equals(INVENTORIES + "1"));
  }

  @Override
  public Optional<String> choose(String abstractSyntax, List<String> transferSyntaxes) {
    return transferSyntaxes.stream().filter(Uid::isWellFormed).findFirst();
  }
}
