package org.hilum.server.planted.care;

/** A chat. */
public class Chat {}
