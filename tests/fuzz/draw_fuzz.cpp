// Bytes as a published bundle, as its lists or as the CSV files of a commitment: refused with a place, or what was read is written back the same.
// The first byte chooses; the parts of the lists are parted by a line of '='.
#include <cstdint>
#include <string>
#include <string_view>

#include "engines/draw/bundle.h"
#include "require.h"

namespace {

using namespace laoyou::draw;

void require_told(const laoyou::Refusals& refusals) {
  require(!refusals.empty());
  for (const laoyou::Refusal& refusal : refusals) require(!refusal.code.empty() && !refusal.place.empty());
}

void check_lists(std::string_view text, ListForm form) {
  ListTexts texts;
  for (std::size_t list = 0; list < texts.size(); ++list) {
    const std::size_t cut = text.find("=\n");
    texts[list] = {std::string(k_list_names[list]), std::string(text.substr(0, cut))};
    text.remove_prefix(cut == std::string_view::npos ? text.size() : cut + 2);
  }
  const auto lists = read_lists(texts, {1}, form);
  if (!lists) return require_told(lists.error());
  const auto once = published(*lists);
  for (std::size_t list = 0; list < texts.size(); ++list) texts[list].text = once[list];
  const auto again = read_lists(texts, {1}, ListForm::published);
  require(again.has_value() && published(*again) == once);
  // A draw of whatever was accepted comes to an end and sends nobody twice.
  for (const Drawn& place : run_draw(*lists, "1", {})) require(place.drawn.size() <= static_cast<std::size_t>(place.stratum->inspectors));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      check_lists(text, ListForm::csv);
      break;
    case 1:
      check_lists(text, ListForm::published);
      break;
    case 2: {
      const auto read = read_commitment(text);
      if (!read) require_told(read.error());
      require(!read || read->text == text);
      break;
    }
    default: {
      const auto read = verify(text);
      if (!read) require_told(read.error());
      require(!read || read->text == text);
    }
  }
  return 0;
}
