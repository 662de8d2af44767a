package org.formulary.results.store;

import org.formulary.results.RuntimeInfo;
import org.formulary.search.campaign.CampaignRecord;

/**
 * A campaign of the archive.
 *
 * @param runtime what it was submitted with
 */
public record StoredCampaign(CampaignRecord record, RuntimeInfo runtime) {}
