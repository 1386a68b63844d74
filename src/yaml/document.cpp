#include "yaml/document.h"

#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <sstream>

#include "base/csv.h"

namespace laoyou::yaml {
namespace {

std::string place_of(const YAML::Mark& mark) { return std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1); }

/// Where the documents of a text begin; of their content it keeps nothing.
class DocumentStarts final : public YAML::EventHandler {
 public:
  const std::vector<YAML::Mark>& marks() const { return marks_; }

  void OnDocumentStart(const YAML::Mark& mark) override { marks_.push_back(mark); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}

 private:
  std::vector<YAML::Mark> marks_;
};

/// Where the first and the second document begin, if there are any. The library's own LoadAll never returns from a text with a sign that
/// belongs nowhere, such as a comma in the beginning: to it that is an empty document which takes nothing away, and so another, and another
/// (yaml-cpp issue 1040). Two are enough to know.
std::vector<YAML::Mark> first_documents(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  DocumentStarts starts;
  for (int document = 0; document < 2 && parser.HandleNextDocument(starts); ++document) continue;
  return starts.marks();
}

/// Why a text is no text: NUL is well-formed UTF-8, and telling its line helps more than "save it as UTF-8".
Refusal wrong_bytes(std::string_view text) {
  const std::size_t nul = text.find('\0');
  if (nul == std::string_view::npos) return at("1:1", refuse("text.not_utf8"));
  const std::string_view before = text.substr(0, nul);
  return at(std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ":1", refuse("text.control_character"));
}

}  // namespace

std::string place_of(const YAML::Node& node) { return place_of(node.Mark()); }

std::optional<YAML::Node> parse_yaml(std::string_view text, Refusals& refusals) {
  if (!is_utf8(text)) {
    refusals.push_back(wrong_bytes(text));
    return std::nullopt;
  }
  try {
    const std::string whole(text);
    const std::vector<YAML::Mark> documents = first_documents(whole);
    if (documents.size() > 1) {
      refusals.push_back(at(place_of(documents[1]), refuse(documents[0].pos == documents[1].pos ? "yaml.not_a_mapping" : "yaml.second_document")));
      return std::nullopt;
    }
    const YAML::Node document = YAML::Load(whole);
    if (document.IsMap()) return document;
    refusals.push_back(at("1:1", refuse("yaml.not_a_mapping")));
  } catch (const YAML::Exception& broken) {
    refusals.push_back(at(place_of(broken.mark), refuse("yaml.malformed", {broken.msg})));
  }
  return std::nullopt;
}

}  // namespace laoyou::yaml
