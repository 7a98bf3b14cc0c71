package org.hilum.epidemic.bulletin.web;

import java.util.List;
import org.hilum.epidemic.bulletin.BulletinReason;

/** Why a request is turned away. */
final class BulletinRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final BulletinReason reason;
  private final transient List<String> reasons;

  BulletinRefusal(BulletinReason reason, String words, List<String> reasons) {
    super(words, null, false, false);
    this.reason = reason;
    this.reasons = List.copyOf(reasons);
  }

  static BulletinRefusal none() {
    var reason = BulletinReason.NO_BULLETIN;
    return new BulletinRefusal(reason, reason.meaning(), List.of());
  }

  static BulletinRefusal malformed(String words) {
    return new BulletinRefusal(BulletinReason.REQUEST_MALFORMED, words, List.of());
  }

  BulletinReason reason() {
    return reason;
  }

  /** Each of several reasons, with file and line. */
  List<String> reasons() {
    return reasons;
  }
}
