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
      Permission.VIEW_OPERATION,
      Permission.VIEW_EPIDEMIC,
      Permission.SEND_COUNTS),
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
      Permission.MANAGE_WORK,
      Permission.VIEW_EPIDEMIC),
  CLINICIAN(
      Permission.VIEW_WORKLIST,
      Permission.VIEW_IMAGES,
      Permission.VIEW_RESULTS,
      Permission.VIEW_EPIDEMIC),
  AUDITOR(Permission.VIEW_AUDIT),
  /** A public-health officer: counts of places, and nothing of patients. */
  EPIDEMIOLOGIST(Permission.VIEW_EPIDEMIC, Permission.SEND_COUNTS);

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
