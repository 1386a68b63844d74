#include "print/paper_json.h"

#include <algorithm>

namespace laoyou::print {
namespace {

class PaperReader {
 public:
  Refusals faults;

  std::string text(const boost::json::object& object, std::string_view name, const std::string& where, bool required = false) {
    const boost::json::value* value = object.if_contains(name);
    if (value == nullptr && required) fault(where, "json.missing_field", {std::string(name)});
    if (value == nullptr) return {};
    if (!value->is_string()) return fault(where + "/" + std::string(name), "print.not_a_text", {std::string(name), ""}), std::string();
    return std::string(value->as_string());
  }

  void known(const boost::json::object& object, std::initializer_list<std::string_view> names, const std::string& where) {
    for (const auto& each : object)
      if (std::find(names.begin(), names.end(), std::string_view(each.key())) == names.end()) fault(where + "/" + std::string(each.key()), "print.unknown_field", {std::string(each.key())});
  }

  std::vector<std::string> texts(const boost::json::value* list, const std::string& where) {
    std::vector<std::string> all;
    if (list == nullptr || !list->is_array()) return fault(where, "print.not_a_list", {}), all;
    for (const boost::json::value& each : list->as_array()) {
      if (!each.is_string()) fault(where, "print.not_a_text", {boost::json::serialize(each), ""});
      all.emplace_back(each.is_string() ? std::string(each.as_string()) : std::string());
    }
    return all;
  }

  Table table(const boost::json::object& object, const std::string& where) {
    Table table;
    known(object, {"head", "rows", "widths"}, where);
    table.head = texts(object.if_contains("head"), where + "/head");
    const boost::json::value* rows = object.if_contains("rows");
    if (table.head.empty() || rows == nullptr || !rows->is_array()) return fault(where, "print.not_a_list", {}), table;
    for (std::size_t i = 0; i < rows->as_array().size(); ++i) {
      const std::string here = where + "/rows/" + std::to_string(i);
      table.rows.push_back(texts(&rows->as_array()[i], here));
      if (table.rows.back().size() != table.head.size()) fault(here, "print.row_length", {std::to_string(table.rows.back().size()), std::to_string(table.head.size())});
    }
    widths(object.if_contains("widths"), where + "/widths", table);
    return table;
  }

  std::optional<Block> block(const boost::json::value& value, const std::string& where) {
    if (!value.is_object()) return fault(where, "print.not_an_object", {}), std::nullopt;
    const boost::json::object& object = value.as_object();
    if (object.contains("heading")) {
      known(object, {"heading", "level"}, where);
      const boost::json::value* level = object.if_contains("level");
      return Heading{level != nullptr && level->is_int64() && level->as_int64() > 1 ? 2 : 1, text(object, "heading", where)};
    }
    if (const boost::json::value* inner = object.if_contains("table")) {
      known(object, {"table"}, where);
      if (!inner->is_object()) return fault(where + "/table", "print.not_an_object", {}), std::nullopt;
      return table(inner->as_object(), where + "/table");
    }
    known(object, {"paragraph"}, where);
    return Paragraph{text(object, "paragraph", where, true)};
  }

 private:
  void fault(const std::string& where, std::string_view code, std::vector<std::string> words) { faults.push_back(at(where, refuse(code, std::move(words)))); }

  void widths(const boost::json::value* list, const std::string& where, Table& table) {
    if (list == nullptr) return;
    if (!list->is_array() || list->as_array().size() != table.head.size()) return fault(where, "print.row_length", {"", std::to_string(table.head.size())});
    for (const boost::json::value& each : list->as_array()) {
      boost::system::error_code wrong;
      const double width = each.to_number<double>(wrong);
      if (wrong || !(width > 0)) return fault(where, "print.not_a_width", {boost::json::serialize(each)});
      table.widths.push_back(width);
    }
  }
};

}  // namespace

CheckedResult<Paper> read_paper(const boost::json::object& described) {
  PaperReader reader;
  reader.known(described, {"issuer", "number", "title", "recipient", "signed_by", "signed_on", "verify_address", "verify_words", "example", "blocks"}, "");
  Paper paper;
  paper.issuer = reader.text(described, "issuer", "");
  paper.number = reader.text(described, "number", "");
  paper.title = reader.text(described, "title", "", true);
  paper.recipient = reader.text(described, "recipient", "");
  paper.signed_by = reader.text(described, "signed_by", "");
  paper.signed_on = reader.text(described, "signed_on", "");
  if (described.contains("verify_address")) paper.verify_address = reader.text(described, "verify_address", "");
  paper.verify_words = reader.text(described, "verify_words", "");
  const boost::json::value* example = described.if_contains("example");
  paper.example = example != nullptr && example->is_bool() && example->as_bool();
  if (const boost::json::value* blocks = described.if_contains("blocks"); blocks != nullptr && blocks->is_array())
    for (std::size_t i = 0; i < blocks->as_array().size(); ++i)
      if (auto block = reader.block(blocks->as_array()[i], "/blocks/" + std::to_string(i))) paper.blocks.push_back(std::move(*block));
  if (!reader.faults.empty()) return std::move(reader.faults);
  return paper;
}

}  // namespace laoyou::print
