#include "app/linkage_answers.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/csv.h"
#include "engines/linkage/explain.h"

namespace laoyou::app {
namespace {

namespace json = boost::json;
using linkage::Linked;
using linkage::Records;
using linkage::Row;

double rounded(double value, double parts) { return std::round(value * parts) / parts; }
double share(double value) { return rounded(value, 1e6); }
double bits(double value) { return rounded(value, 1e3); }

json::object quality(const linkage::Judged& judged, double chosen_threshold) {
  return {{"precision", share(judged.chosen.precision())}, {"recall", share(judged.chosen.recall())}, {"f1", share(judged.chosen.f1())},
          {"threshold", share(chosen_threshold)}, {"best_f1", share(judged.best.f1())}, {"best_threshold", share(linkage::probability_of(judged.best_weight))},
          {"found", judged.chosen.found}, {"right", judged.chosen.right}, {"true_pairs", judged.chosen.there}};
}

/// The pairs a clerk should see: unsure ones whose records are not in one cluster.
std::vector<linkage::Edge> unsure_pairs(const Linked& linked) {
  std::vector<linkage::Edge> unsure;
  for (const linkage::Edge& edge : linked.edges)
    if (linked.cluster[edge.a] != linked.cluster[edge.b]) unsure.push_back(edge);
  return unsure;
}

json::array crowded_keys(const Records& records, const Linked& linked) {
  std::vector<linkage::CrowdedKey> crowded = linked.crowded;
  std::stable_sort(crowded.begin(), crowded.end(), [](const auto& one, const auto& other) { return one.records > other.records; });
  json::array keys;
  for (const linkage::CrowdedKey& key : crowded) {
    const linkage::KeyRule& rule = records.map().rules[key.rule];
    std::string text;
    for (const linkage::KeyPart& part : rule.parts) {
      const std::string piece = linkage::piece_of(records.values(part.field).kind(), records.text(key.example, part.field), part);
      text += (text.empty() ? "" : " + ") + piece;
    }
    keys.push_back(json::object{{"rule", rule.name}, {"key", text}, {"records", key.records}});
    if (keys.size() == 100) break;
  }
  return keys;
}

json::array learned(const Records& records, const linkage::Model& model) {
  json::array fields;
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    json::object levels;
    for (int level = 0; level < linkage::k_levels; ++level) {
      const double m = model.fields[i].among_matches[static_cast<std::size_t>(level)], u = model.fields[i].among_others[static_cast<std::size_t>(level)];
      levels[linkage::level_word(static_cast<linkage::Level>(level))] = json::object{{"among_matches", share(m)}, {"among_others", share(u)}, {"bits", bits(std::log2(m / u))}};
    }
    fields.push_back(json::object{{"field", records.map().fields[i].name}, {"levels", levels}});
  }
  return fields;
}

}  // namespace

json::object linkage_explanation(const Records& records, const linkage::Model& model, Row a, Row b) {
  const linkage::Weights weights(model, records);
  const linkage::Explanation why = linkage::explain(linkage::Comparer(records), weights, records, a, b);
  json::array fields;
  for (const linkage::FieldReason& reason : why.fields)
    fields.push_back(json::object{{"field", records.map().fields[static_cast<std::size_t>(reason.field)].name}, {"level", linkage::level_word(reason.level)},
                                  {"left", records.text(a, reason.field)}, {"right", records.text(b, reason.field)}, {"bits", bits(reason.bits)}});
  json::object answer{{"left", records.id(a)}, {"right", records.id(b)}, {"probability", share(why.probability)}, {"bits", bits(why.bits)},
                      {"prior_bits", bits(why.prior_bits)}, {"fields", fields}};
  if (why.against >= 0) answer["against"] = records.map().against[static_cast<std::size_t>(why.against)].name;
  return answer;
}

json::object linkage_answer(const Records& records, const Linked& linked, const std::optional<linkage::Judgement>& judged, std::size_t shown) {
  const std::vector<linkage::Edge> unsure = unsure_pairs(linked);
  const std::unordered_set<Row> clusters(linked.cluster.begin(), linked.cluster.end());
  json::array for_clerk;
  for (std::size_t i = 0; i < std::min(shown, unsure.size()); ++i) for_clerk.push_back(linkage_explanation(records, linked.model, unsure[i].a, unsure[i].b));
  json::object answer{{"records", records.size()}, {"candidates", linked.candidates}, {"people", clusters.size()},
                      {"certain", records.map().certain}, {"possible", records.map().possible}, {"pairs_for_clerk", unsure.size()},
                      {"held_apart", linked.held_apart.size() + linked.against.size()}, {"prior", linked.model.prior}, {"rounds", linked.model.rounds},
                      {"crowded", linked.crowded.size()}, {"crowded_keys", crowded_keys(records, linked)}};
  if (judged) {
    answer["pairs"] = quality(judged->pairs, records.map().certain);
    answer["clusters"] = quality(judged->clusters, records.map().certain);
  }
  answer["for_clerk"] = for_clerk;
  answer["learned"] = learned(records, linked.model);
  return answer;
}

void say_linkage(const json::object& answer, std::ostream& out) {
  out << "记录 " << answer.at("records") << " 条，比对 " << answer.at("candidates") << " 对，得 " << answer.at("people") << " 人；待人工核对 " << answer.at("pairs_for_clerk") << " 对，有反证而分开 "
      << answer.at("held_apart") << " 对\n";
  for (const json::value& key : answer.at("crowded_keys").as_array())
    out << "跳过的键 " << key.at("rule").as_string().c_str() << " = " << key.at("key").as_string().c_str() << "：" << key.at("records") << " 条记录\n";
  for (const char* const name : {"pairs", "clusters"})
    if (const json::value* const quality = answer.if_contains(name))
      out << (std::string_view(name) == "pairs" ? "按对" : "按人") << "：准确率 " << quality->at("precision").as_double() << "，召回率 " << quality->at("recall").as_double() << "，F1 "
          << quality->at("f1").as_double() << "（最好 " << quality->at("best_f1").as_double() << "）\n";
}

void write_clusters(const Records& records, const Linked& linked, std::ostream& out) {
  out << "id,file,cluster\n";
  for (Row row = 0; row < records.size(); ++row)
    out << csv_cell(records.id(row)) << (records.is_right(row) ? ",right," : ",left,") << csv_cell(records.id(linked.cluster[row])) << "\n";
}

void write_clerk_pairs(const Records& records, const Linked& linked, std::ostream& out) {
  out << "left,right,probability,why\n";
  const auto line = [&](Row a, Row b, double weight, std::string_view why) {
    out << csv_cell(records.id(a)) << "," << csv_cell(records.id(b)) << "," << share(linkage::probability_of(weight)) << "," << csv_cell(why) << "\n";
  };
  for (const linkage::Edge& edge : unsure_pairs(linked)) line(edge.a, edge.b, edge.weight, "unsure");
  const linkage::Comparer comparer(records);
  for (const linkage::Edge& edge : linked.against)
    line(edge.a, edge.b, edge.weight, records.map().against[static_cast<std::size_t>(linkage::evidence_against(records.map(), comparer.compare(edge.a, edge.b)))].name);
  for (const linkage::HeldApart& held : linked.held_apart)
    line(held.edge.a, held.edge.b, held.edge.weight, held.against < 0 ? "one_to_one" : records.map().against[static_cast<std::size_t>(held.against)].name);
}

}  // namespace laoyou::app
