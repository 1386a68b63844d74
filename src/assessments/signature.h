// Signatures on glass (手写签名): who signed an assessment on the device, as lines that can be drawn again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/leaf.h"

namespace laoyou::assessments {

/// As whom somebody signs (签名身份).
enum class SignedAs { assessor, person, representative };
LAOYOU_ENUM(SignedAs, "assessment_signed_as", assessor, person, representative)

/// One signature. `strokes` are lines on a board of 1000 × 400 from its upper left corner: "x,y x,y|x,y x,y", a bar between lines.
struct Signature {
  std::string name;
  SignedAs signed_as = SignedAs::assessor;
  std::string strokes;
};
LAOYOU_RECORD(Signature, "assessment_signature", name, signed_as, strokes)

/// Everything wrong at once: "assessments.signatures_many"; at "/signatures/N/name" "assessments.signer_unknown" {name} for an assessor who is not
/// among `assessors`, "assessments.signer_unnamed"; at "/signatures/N/strokes" "assessments.signature_wrong".
Refusals check_signatures(const std::vector<Signature>& signatures, const std::vector<std::string>& assessors);

/// As they are kept, JSON; nothing where nobody signed.
std::optional<std::string> signatures_text(const std::vector<Signature>& signatures);

/// What signatures_text() wrote.
std::vector<Signature> signatures_of(const std::optional<std::string>& text);

}  // namespace laoyou::assessments
