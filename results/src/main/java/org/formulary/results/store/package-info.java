/**
 * The archive in one SQLite file: {@link org.formulary.results.store.Archive} writes and queries
 * it.
 *
 * <pre>{@code
 * try (Archive archive = Archive.openExisting(Path.of("formulary.db"))) {
 *   for (StoredEntry found : archive.entries(EntryFilter.ALL.withLimit(20))) {
 *     System.out.println(found.entry().id() + " " + found.entry().notation());
 *   }
 * }
 * }</pre>
 */
package org.formulary.results.store;
