package org.hilum.imaging.signing;

/**
 * Who signs, after their password was checked.
 *
 * @param account login name
 * @param name what the account is called
 * @param organization what its institution is called
 */
public record Signer(String account, String name, String organization) {}
