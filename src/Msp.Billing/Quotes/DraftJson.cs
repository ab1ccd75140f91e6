using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Msp.Billing.Catalog;
using Msp.Billing.Contracts.Json;

namespace Msp.Billing.Quotes;

/// <summary>The stored shape of a draft: one member a field, in the words of the record, with what is empty left out. Fields come and go without a migration.</summary>
internal static class DraftJson
{
    internal static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Write(QuoteDraft draft) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        Fields(json, [
            ("title", draft.Title), ("currency", draft.Currency), ("start", draft.Start), ("validUntil", draft.ValidUntil), ("firstInvoiceDay", draft.FirstInvoiceDay),
            ("billingDay", draft.BillingDay), ("paymentDays", draft.PaymentDays), ("introduction", draft.Introduction), ("notes", draft.Notes),
            ("internalNotes", draft.InternalNotes), ("recommended", draft.Recommended), ("recommendationReason", draft.RecommendationReason),
            ("consentText", draft.ConsentText), ("renews", draft.Renews), ("labourCostPerHour", draft.LabourCostPerHour)]);
        CanonicalQuote.WriteList(json, "counts", draft.Counts, Write);
        CanonicalQuote.WriteList(json, "options", draft.Options, Write);
        CanonicalQuote.WriteList(json, "items", draft.Items, Write);
        CanonicalQuote.WriteList(json, "discounts", draft.Discounts, Write);
        json.WritePropertyName("onboarding");
        Write(json, draft.Onboarding);
        CanonicalQuote.WriteList(json, "documents", draft.Documents, Write);
        if (draft.SharesComparison)
        {
            json.WriteBoolean("sharesComparison", true);
        }

        if (draft.Fit != new DraftFit())
        {
            json.WriteStartObject("fit");
            Fields(json, [
                ("technicians", draft.Fit.Technicians), ("isRegulated", draft.Fit.IsRegulated), ("remotePercent", draft.Fit.RemotePercent), ("growthPercent", draft.Fit.GrowthPercent)]);
            json.WriteEndObject();
        }

        if (draft.SharesFit)
        {
            json.WriteBoolean("sharesFit", true);
        }

        CanonicalQuote.WriteList(json, "assumptions", draft.Assumptions, (writer, assumption) =>
        {
            writer.WriteStartObject();
            Fields(writer, [("input", assumption.Input), ("value", assumption.Value)]);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    });

    internal static QuoteDraft Read(string text)
    {
        var json = JsonText.Read(text);
        return json.ValueKind != JsonValueKind.Object ? throw new JsonException("A draft is a JSON object.") : new QuoteDraft
        {
            Title = Field(json, "title"),
            Currency = Field(json, "currency"),
            Start = Field(json, "start"),
            ValidUntil = Field(json, "validUntil"),
            FirstInvoiceDay = Field(json, "firstInvoiceDay"),
            BillingDay = Field(json, "billingDay"),
            PaymentDays = Field(json, "paymentDays"),
            Introduction = Field(json, "introduction"),
            Notes = Field(json, "notes"),
            InternalNotes = Field(json, "internalNotes"),
            Recommended = Field(json, "recommended"),
            RecommendationReason = Field(json, "recommendationReason"),
            ConsentText = Field(json, "consentText"),
            Renews = Field(json, "renews"),
            LabourCostPerHour = Field(json, "labourCostPerHour"),
            Counts = [.. CanonicalQuote.ListOf(json, "counts", ReadCount)],
            Options = [.. CanonicalQuote.ListOf(json, "options", ReadOption)],
            Items = [.. CanonicalQuote.ListOf(json, "items", ReadItem)],
            Discounts = [.. CanonicalQuote.ListOf(json, "discounts", ReadDiscount)],
            Onboarding = json.TryGetProperty("onboarding", out var onboarding) ? ReadOnboarding(onboarding) : new DraftOnboarding(),
            Documents = [.. CanonicalQuote.ListOf(json, "documents", ReadDocument)],
            SharesComparison = json.TryGetProperty("sharesComparison", out var shares) && shares.ValueKind == JsonValueKind.True,
            Fit = json.TryGetProperty("fit", out var fit) ? ReadFit(fit) : new DraftFit(),
            SharesFit = json.TryGetProperty("sharesFit", out var sharesFit) && sharesFit.ValueKind == JsonValueKind.True,
            Assumptions = [.. CanonicalQuote.ListOf(json, "assumptions", assumption => new DraftAssumption(Field(assumption, "input"), Field(assumption, "value")))],
        };
    }

    private static DraftFit ReadFit(JsonElement json) => new()
    {
        Technicians = Field(json, "technicians"),
        IsRegulated = Field(json, "isRegulated"),
        RemotePercent = Field(json, "remotePercent"),
        GrowthPercent = Field(json, "growthPercent"),
    };

    private static void Write(Utf8JsonWriter json, DraftCount count)
    {
        json.WriteStartObject();
        Fields(json, [("code", count.Code), ("name", count.Name), ("quantity", count.Quantity), ("follows", count.Follows)]);
        WriteIfSet(json, "isMeasured", count.IsMeasured);
        json.WriteEndObject();
    }

    private static DraftCount ReadCount(JsonElement json) => new()
    {
        Code = Field(json, "code"),
        Name = Field(json, "name"),
        Quantity = Field(json, "quantity"),
        Follows = Field(json, "follows"),
        IsMeasured = IsSet(json, "isMeasured"),
    };

    private static void Write(Utf8JsonWriter json, DraftOption option)
    {
        json.WriteStartObject();
        Fields(json, [
            ("code", option.Code), ("name", option.Name), ("plan", option.Plan), ("contract", option.Contract), ("priceRise", option.PriceRise), ("termMonths", option.TermMonths),
            ("renewalMonths", option.RenewalMonths), ("noticeDays", option.NoticeDays), ("cadence", option.Cadence),
            ("expectedMonthlyHours", option.ExpectedMonthlyHours), ("expectedInitialHours", option.ExpectedInitialHours)]);
        CanonicalQuote.WriteList(json, "quantities", option.Quantities, (writer, quantity) =>
        {
            writer.WriteStartObject();
            Fields(writer, [("charge", quantity.Charge), ("quantity", quantity.Quantity)]);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static DraftOption ReadOption(JsonElement json) => new()
    {
        Code = Field(json, "code"),
        Name = Field(json, "name"),
        Plan = Field(json, "plan"),
        Contract = Field(json, "contract"),
        PriceRise = Field(json, "priceRise"),
        TermMonths = Field(json, "termMonths"),
        RenewalMonths = Field(json, "renewalMonths"),
        NoticeDays = Field(json, "noticeDays"),
        Cadence = Field(json, "cadence"),
        ExpectedMonthlyHours = Field(json, "expectedMonthlyHours"),
        ExpectedInitialHours = Field(json, "expectedInitialHours"),
        Quantities = [.. CanonicalQuote.ListOf(json, "quantities", quantity => new DraftQuantity(Field(quantity, "charge"), Field(quantity, "quantity")))],
    };

    private static void Write(Utf8JsonWriter json, DraftItem item)
    {
        json.WriteStartObject();
        Fields(json, [
            ("code", item.Code), ("name", item.Name), ("service", item.Service), ("unit", item.Unit), ("quantity", item.Quantity), ("follows", item.Follows), ("price", item.Price), ("cost", item.Cost),
            ("cadence", item.Cadence), ("minimum", item.Minimum), ("maximum", item.Maximum), ("description", item.Description), ("ledgerAccount", item.LedgerAccount)]);
        WriteIfSet(json, "isOptional", item.IsOptional);
        WriteIfSet(json, "isPreselected", item.IsPreselected);
        CanonicalQuote.WriteCodes(json, "options", item.Options);
        json.WriteNumber("taxCategory", (int)item.TaxCategory);
        json.WriteEndObject();
    }

    private static DraftItem ReadItem(JsonElement json) => new()
    {
        Code = Field(json, "code"),
        Name = Field(json, "name"),
        Service = Field(json, "service"),
        Unit = Field(json, "unit"),
        Quantity = Field(json, "quantity"),
        Follows = Field(json, "follows"),
        Price = Field(json, "price"),
        Cost = Field(json, "cost"),
        Cadence = Field(json, "cadence"),
        Minimum = Field(json, "minimum"),
        Maximum = Field(json, "maximum"),
        Description = Field(json, "description"),
        LedgerAccount = Field(json, "ledgerAccount"),
        IsOptional = IsSet(json, "isOptional"),
        IsPreselected = IsSet(json, "isPreselected"),
        Options = [.. CanonicalQuote.ListOf(json, "options", OptionJson.Text)],
        TaxCategory = (TaxCategory)(json.IntegerOrNull("taxCategory") ?? (int)TaxCategory.Standard),
    };

    private static void Write(Utf8JsonWriter json, DraftDiscount discount)
    {
        json.WriteStartObject();
        Fields(json, [
            ("name", discount.Name), ("percent", discount.Percent), ("amount", discount.Amount), ("line", discount.Line), ("firstPeriods", discount.FirstPeriods)]);
        json.WriteNumber("scope", (int)discount.Scope);
        CanonicalQuote.WriteCodes(json, "options", discount.Options);
        json.WriteEndObject();
    }

    private static DraftDiscount ReadDiscount(JsonElement json) => new()
    {
        Name = Field(json, "name"),
        Percent = Field(json, "percent"),
        Amount = Field(json, "amount"),
        Line = Field(json, "line"),
        FirstPeriods = Field(json, "firstPeriods"),
        Scope = (DiscountScope)(json.IntegerOrNull("scope") ?? (int)DiscountScope.Recurring),
        Options = [.. CanonicalQuote.ListOf(json, "options", OptionJson.Text)],
    };

    private static void Write(Utf8JsonWriter json, DraftOnboarding onboarding)
    {
        json.WriteStartObject();
        Fields(json, [
            ("name", onboarding.Name), ("fee", onboarding.Fee), ("least", onboarding.Least), ("most", onboarding.Most), ("ledgerAccount", onboarding.LedgerAccount)]);
        json.WriteNumber("taxCategory", (int)onboarding.TaxCategory);
        CanonicalQuote.WriteList(json, "conditions", onboarding.Conditions, (writer, condition) =>
        {
            writer.WriteStartObject();
            Fields(writer, [("code", condition.Code), ("name", condition.Name), ("rate", condition.Rate)]);
            writer.WriteNumber("basis", (int)condition.Basis);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static DraftOnboarding ReadOnboarding(JsonElement json) => new()
    {
        Name = Field(json, "name"),
        Fee = Field(json, "fee"),
        Least = Field(json, "least"),
        Most = Field(json, "most"),
        LedgerAccount = Field(json, "ledgerAccount"),
        TaxCategory = (TaxCategory)(json.IntegerOrNull("taxCategory") ?? (int)TaxCategory.Standard),
        Conditions = [.. CanonicalQuote.ListOf(json, "conditions", condition => new DraftCondition
        {
            Code = Field(condition, "code"),
            Name = Field(condition, "name"),
            Rate = Field(condition, "rate"),
            Basis = (OnboardingBasis)(condition.IntegerOrNull("basis") ?? (int)OnboardingBasis.PerUnit),
        })],
    };

    private static void Write(Utf8JsonWriter json, TermsDocument document)
    {
        json.WriteStartObject();
        Fields(json, [("name", document.Name), ("version", document.Version), ("sha256", Convert.ToHexStringLower(document.Hash.AsSpan()))]);
        json.WriteEndObject();
    }

    private static TermsDocument ReadDocument(JsonElement json) =>
        new(Field(json, "name"), Field(json, "version"), ImmutableCollectionsMarshal.AsImmutableArray(Convert.FromHexString(Field(json, "sha256"))));

    private static void Fields(Utf8JsonWriter json, ReadOnlySpan<(string Name, string Text)> fields)
    {
        foreach (var (name, text) in fields)
        {
            CanonicalQuote.WriteUnlessEmpty(json, name, text ?? "");
        }
    }

    private static string Field(JsonElement json, string name) => json.TextOrNull(name) ?? "";

    private static void WriteIfSet(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private static bool IsSet(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
