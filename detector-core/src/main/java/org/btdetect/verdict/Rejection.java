package org.btdetect.verdict;

/**
 * An explanation that was considered.
 *
 * @param explanation the cause that might have explained the records
 * @param reason why it does not
 */
public record Rejection(String explanation, String reason) {}
