// SPDX-FileCopyrightText: 2026 The Redoubt authors
// SPDX-License-Identifier: Apache-2.0
#include "model/design/ids.h"

namespace redoubt {

bool isValidId(const QString& text)
{
    const auto lower = [](QChar c) { return c >= u'a' && c <= u'z'; };
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.isEmpty() || text.size() > 100 || !lower(text.front()) || text.back() == u'-')
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!lower(c) && !digit(c) && (c != u'-' || text[i - 1] == u'-'))
            return false;
    }
    return true;
}

}  // namespace redoubt
