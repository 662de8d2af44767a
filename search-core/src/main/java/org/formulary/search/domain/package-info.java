/**
 * The SPI between the engine and the search domains. Start with {@link
 * org.formulary.search.domain.Domain}.
 */
package org.formulary.search.domain;
