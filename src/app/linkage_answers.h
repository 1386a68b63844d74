// What `laoyou linkage` writes.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <ostream>

#include "engines/linkage/link.h"
#include "engines/linkage/quality.h"
#include "engines/linkage/records.h"

namespace laoyou::app {

/// The whole answer; `shown` pairs for a clerk are explained field by field. Quality where the truth is known.
boost::json::object linkage_answer(const linkage::Records& records, const linkage::Linked& linked, const std::optional<linkage::Judgement>& judged, std::size_t shown);

/// One pair, field by field.
boost::json::object linkage_explanation(const linkage::Records& records, const linkage::Model& model, linkage::Row a, linkage::Row b);

/// The same in sentences for people.
void say_linkage(const boost::json::object& answer, std::ostream& out);

/// CSV: id, file, cluster (the id of its first record).
void write_clusters(const linkage::Records& records, const linkage::Linked& linked, std::ostream& out);

/// CSV of the pairs to be looked at: left, right, probability, why (unsure, or the evidence that holds them apart).
void write_clerk_pairs(const linkage::Records& records, const linkage::Linked& linked, std::ostream& out);

}  // namespace laoyou::app
