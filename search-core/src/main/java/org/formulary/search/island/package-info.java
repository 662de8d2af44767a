/** Islands: independent populations, migration at barriers. */
package org.formulary.search.island;
