package org.hilum.imaging.dicom.network;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;

/**
 * What two application entities tell each other of themselves (PS3.7 D.3.3); extended negotiation
 * and user identity are passed over.
 *
 * @param mostPduBytes largest P-DATA-TF the sender of this receives; 0 for any
 * @param asynchronous whether more than one operation at a time was spoken of
 */
record UserInformation(
    long mostPduBytes,
    String implementationClass,
    String implementationVersion,
    boolean asynchronous,
    List<Role> roles) {

  /** Smallest unit that we bear to cut messages into, in bytes. */
  private static final int SMALLEST_PDU_BYTES = 64;

  /** Roles for one abstract syntax, as proposed or as agreed (PS3.7 D.3.3.4). */
  record Role(String abstractSyntax, boolean user, boolean provider) {}

  /** Ours. */
  static UserInformation ours(int mostPduBytes) {
    return new UserInformation(
        mostPduBytes,
        DicomWriter.IMPLEMENTATION_CLASS_UID.value(),
        DicomWriter.IMPLEMENTATION_VERSION_NAME,
        false,
        List.of());
  }

  /** The same, proposing to provide some classes and not to use them. */
  UserInformation providing(Set<String> abstractSyntaxes) {
    var proposed =
        abstractSyntaxes.stream().sorted().map(syntax -> new Role(syntax, false, true)).toList();
    return new UserInformation(
        mostPduBytes, implementationClass, implementationVersion, asynchronous, proposed);
  }

  /**
   * Ours as the answer to theirs: one operation at a time, and they may provide what we are ready
   * to use.
   */
  UserInformation answering(UserInformation theirs, Predicate<String> used) {
    var agreed =
        theirs.roles.stream()
            .map(
                role ->
                    new Role(
                        role.abstractSyntax,
                        role.user,
                        role.provider && used.test(role.abstractSyntax)))
            .toList();
    return new UserInformation(
        mostPduBytes, implementationClass, implementationVersion, theirs.asynchronous, agreed);
  }

  static UserInformation parse(ByteBuffer content) throws BrokenProtocolException {
    long mostPduBytes = 0;
    var implementationClass = "";
    var version = "";
    boolean asynchronous = false;
    var roles = new ArrayList<Role>();
    for (var item : Item.all(content)) {
      switch (item.type()) {
        case Item.MOST_PDU_BYTES -> mostPduBytes = mostPduBytes(item.content());
        case Item.IMPLEMENTATION_CLASS -> implementationClass = item.text();
        case Item.IMPLEMENTATION_VERSION -> version = item.text();
        case Item.ASYNCHRONOUS_WINDOW -> asynchronous = true;
        case Item.ROLES -> roles.add(role(item.content()));
        default -> {
          // extended negotiation and user identity need no answer
        }
      }
    }
    return new UserInformation(mostPduBytes, implementationClass, version, asynchronous, roles);
  }

  private static long mostPduBytes(ByteBuffer content) throws BrokenProtocolException {
    Item.require(content, 4);
    long most = Integer.toUnsignedLong(content.getInt());
    if (most != 0 && most < SMALLEST_PDU_BYTES) {
      throw new BrokenProtocolException(
          Reason.INVALID_PARAMETER, "units of " + most + " bytes have no room for a command");
    }
    return most;
  }

  private static Role role(ByteBuffer content) throws BrokenProtocolException {
    Item.require(content, 2);
    var uid = Item.take(content, Short.toUnsignedInt(content.getShort()));
    Item.require(content, 2);
    return new Role(Item.text(uid), content.get() == 1, content.get() == 1);
  }

  ItemBytes bytes() {
    var content =
        new ItemBytes()
            .item(Item.MOST_PDU_BYTES, new ItemBytes().number32(mostPduBytes))
            .item(Item.IMPLEMENTATION_CLASS, implementationClass);
    if (asynchronous) {
      content.item(Item.ASYNCHRONOUS_WINDOW, new ItemBytes().number16(1).number16(1));
    }
    for (var role : roles) {
      content.item(Item.ROLES, bytes(role));
    }
    return content.item(Item.IMPLEMENTATION_VERSION, implementationVersion);
  }

  private static ItemBytes bytes(Role role) {
    return new ItemBytes()
        .number16(role.abstractSyntax.length())
        .text(role.abstractSyntax)
        .octets(role.user ? 1 : 0, role.provider ? 1 : 0);
  }
}
