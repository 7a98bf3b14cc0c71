package org.hilum.platform.access;

import java.util.EnumSet;
import java.util.Set;

/** What somebody is here for. */
public enum Role {
  ADMINISTRATOR(
      Permission.MANAGE_PEOPLE,
      Permission.MANAGE_INSTITUTIONS,
      Permission.MANAGE_SETTINGS,
      Permission.VIEW_WORK,
      Permission.MANAGE_WORK,
      Permission.VIEW_OPERATION),
  TECHNOLOGIST(
      Permission.SEND_IMAGES,
      Permission.VIEW_WORKLIST,
      Permission.VIEW_IMAGES,
      Permission.VIEW_WORK,
      Permission.MANAGE_WORK),
  RADIOLOGIST(
      Permission.SEND_IMAGES,
      Permission.VIEW_WORKLIST,
      Permission.ASSIGN_WORK,
      Permission.VIEW_IMAGES,
      Permission.VIEW_RESULTS,
      Permission.EXPORT,
      Permission.CORRECT_AND_SIGN,
      Permission.DELETE_IMAGES,
      Permission.VIEW_WORK,
      Permission.MANAGE_WORK),
  CLINICIAN(Permission.VIEW_WORKLIST, Permission.VIEW_IMAGES, Permission.VIEW_RESULTS),
  AUDITOR(Permission.VIEW_AUDIT);

  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  /** What it allows. */
  public Set<Permission> permissions() {
    return permissions;
  }

  /** What several roles allow together. */
  public static Set<Permission> permissionsOf(Set<Role> roles) {
    var all = EnumSet.noneOf(Permission.class);
    roles.forEach(role -> all.addAll(role.permissions));
    return all;
  }
}
