#include "record/extension_kind.h"

#include <deque>
#include <mutex>

namespace laoyou::record {
namespace {

/// What a field points at.
struct Kept {
  DictionaryEntry entry, group;
  FieldCodec codec;
};

const Kept& keep(Kept kept) {
  static std::mutex keeping;
  static std::deque<Kept> all;
  const std::scoped_lock lock(keeping);
  return all.emplace_back(std::move(kept));
}

const Choice* find_choice(const std::vector<Choice>& choices, std::string_view text, bool labels_too) {
  for (const Choice& choice : choices)
    if (choice.value == text || (labels_too && (choice.zh == text || choice.en == text))) return &choice;
  return nullptr;
}

Result<Cell> read_choice(const std::vector<Choice>& choices, std::string_view text, bool labels_too) {
  if (const Choice* found = find_choice(choices, text, labels_too)) return Cell(found->value);
  std::vector<std::string> values;
  for (const Choice& choice : choices) values.push_back(labels_too ? choice.zh : choice.value);
  return unknown_enum_value(text, values);
}

/// What stands in a choice's cell; a value that the plan no longer names is said as it is.
ShownText choice_text(const std::vector<Choice>& choices, const Cell& cell) {
  const std::string& value = std::get<std::string>(cell);
  const Choice* found = find_choice(choices, value, false);
  return found != nullptr ? ShownText{found->zh, found->en} : ShownText{value, value};
}

FieldCodec choice_codec(const std::vector<Choice>& choices) {
  FieldCodec codec = field_codec<std::string>();
  codec.kind = "choice";
  codec.choices = choices;
  codec.read_json = [choices](const boost::json::value& json) -> Result<Cell> {
    const Result<Cell> text = field_codec<std::string>().read_json(json);
    if (!text) return text.error();
    return read_choice(choices, std::get<std::string>(*text), false);
  };
  codec.read_text = [choices](std::string_view text) { return read_choice(choices, text, false); };
  codec.read_sheet = [choices](const SheetCell& cell, const TypedNumber*) { return read_choice(choices, trimmed(cell.text), true); };
  codec.sheet_text = [choices](const Cell& cell) { return choice_text(choices, cell).zh; };
  codec.schema = [choices] {
    boost::json::array values;
    for (const Choice& choice : choices) values.emplace_back(choice.value);
    return boost::json::object{{"type", "string"}, {"enum", std::move(values)}};
  };
  return codec;
}

/// A text kept under an older wording of the plan may be none of this kind: it is said as it stands and never hinders its record.
void forgive(FieldCodec& codec) {
  const auto text_of = [](const Cell& cell) { const auto* text = std::get_if<std::string>(&cell); return text != nullptr ? *text : std::string(); };
  codec.write_json = [write = codec.write_json, text_of](std::string& out, const Cell& cell) {
    const std::size_t length = out.size();
    try {
      write(out, cell);
    } catch (const DamagedCell&) {
      out.resize(length);
      write_json_string(out, text_of(cell));
    }
  };
  codec.sheet_text = [say = codec.sheet_text, text_of](const Cell& cell) {
    try {
      return say(cell);
    } catch (const DamagedCell&) {
      return text_of(cell);
    }
  };
}

std::function<std::optional<ShownText>(const Cell&)> shown_function(const Extension& extension) {
  if (extension.kind == ExtensionKind::choice)
    return [choices = extension.choices](const Cell& cell) -> std::optional<ShownText> {
      if (!std::holds_alternative<std::string>(cell)) return std::nullopt;
      return choice_text(choices, cell);
    };
  return with_kind(extension.kind, []<class T>() { return std::function<std::optional<ShownText>(const Cell&)>(&shown_cell<T>); });
}

}  // namespace

Field extension_field(const Extension& extension) {
  FieldCodec codec = extension.kind == ExtensionKind::choice ? choice_codec(extension.choices) : with_kind(extension.kind, []<class T>() { return field_codec<T>(); });
  forgive(codec);
  DictionaryEntry group;
  group.zh = extension.group_zh;
  group.en = extension.group_en;
  const Kept& kept = keep({extension.entry, std::move(group), std::move(codec)});
  Field field;
  field.name = extension.entry.field;
  field.entry = &kept.entry;
  if (!extension.group_zh.empty()) field.group = &kept.group;
  field.required = extension.required;
  field.masked = extension.entry.masked();
  field.sealed = extension.entry.sealed();
  field.codec = &kept.codec;
  field.shown = shown_function(extension);
  field.sheet_zh = extension.entry.zh;
  field.sheet_en = extension.entry.en;
  field.within = extension.within;
  return field;
}

Column extension_column(const Extension& extension) {
  const CellKind kind = with_kind(extension.kind, []<class T>() { return Leaf<T>::cell_kind; });
  const bool sealed = extension.entry.sealed();
  return {extension.entry.field, sealed ? CellKind::text : kind, false, sealed};
}

ShownColumn extension_shown(const Extension& extension) {
  const Kept& kept = keep({extension.entry, {}, {}});
  return {extension.entry.field, &kept.entry, extension.entry.masked(), shown_function(extension)};
}

}  // namespace laoyou::record
