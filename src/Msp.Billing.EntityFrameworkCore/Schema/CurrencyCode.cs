using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Msp.Billing.Amounts;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Keeps a currency as its three letters.</summary>
internal sealed class CurrencyCode() : ValueConverter<Currency, string>(currency => currency.Code, code => Currency.FromCode(code));
