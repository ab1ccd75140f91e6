namespace Msp.Billing.Documents.Pdf.Invoices;

/// <summary>The words of a printed document in one language. Braces are filled in.</summary>
internal sealed record InvoiceWords
{
    public required string Language { get; init; }

    public required string Invoice { get; init; }

    public required string CreditNote { get; init; }

    public required string IssueDay { get; init; }

    public required string DueDay { get; init; }

    public required string Period { get; init; }

    public required string Customer { get; init; }

    public required string Contract { get; init; }

    public required string BuyerReference { get; init; }

    public required string PurchaseOrder { get; init; }

    public required string VatNumber { get; init; }

    public required string TaxNumber { get; init; }

    public required string Corrects { get; init; }

    public required string CorrectsOn { get; init; }

    public required string Description { get; init; }

    public required string Quantity { get; init; }

    public required string Unit { get; init; }

    public required string Price { get; init; }

    public required string Tax { get; init; }

    public required string Amount { get; init; }

    public required string InSteps { get; init; }

    public required string NewPrice { get; init; }

    public required string UpliftedPrice { get; init; }

    public required string ChangedDiscount { get; init; }

    public required string NoLongerHeld { get; init; }

    public required string HeldLonger { get; init; }

    public required string CorrectedTotal { get; init; }

    public required string GivenBack { get; init; }

    public required string CarriedOver { get; init; }

    public required string Subtotal { get; init; }

    public required string TaxOn { get; init; }

    public required string Vat { get; init; }

    public required string SalesTax { get; init; }

    public required string Exempt { get; init; }

    public required string ReverseCharge { get; init; }

    public required string OutsideScope { get; init; }

    public required string Total { get; init; }

    public required string TotalCredited { get; init; }

    public required string Payment { get; init; }

    public required string PayBy { get; init; }

    public required string NothingToPay { get; init; }

    public required string Credited { get; init; }

    public required string AccountHolder { get; init; }

    public required string AccountNumber { get; init; }

    public required string Bank { get; init; }

    public required string Reference { get; init; }

    public required string Notes { get; init; }

    public required string ReverseChargeNote { get; init; }

    public required string ExemptNote { get; init; }

    public required string ExemptReason { get; init; }

    public required string OutsideScopeNote { get; init; }

    public required string ZeroNote { get; init; }

    public required string Appendix { get; init; }

    public required string AppendixLead { get; init; }

    public required string Page { get; init; }

    public required string Logo { get; init; }

    public required string ElectronicInvoice { get; init; }

    public static InvoiceWords English { get; } = new()
    {
        Language = "en",
        Invoice = "Invoice",
        CreditNote = "Credit note",
        IssueDay = "Date",
        DueDay = "Due",
        Period = "Period",
        Customer = "Customer number",
        Contract = "Contract",
        BuyerReference = "Your reference",
        PurchaseOrder = "Your order",
        VatNumber = "VAT number",
        TaxNumber = "Tax number",
        Corrects = "Corrects",
        CorrectsOn = "{0} of {1}",
        Description = "Description",
        Quantity = "Quantity",
        Unit = "Unit",
        Price = "Price",
        Tax = "Tax",
        Amount = "Amount {0}",
        InSteps = "in steps",
        NewPrice = "new price",
        UpliftedPrice = "uplifted price",
        ChangedDiscount = "changed discount",
        NoLongerHeld = "no longer held",
        HeldLonger = "held longer",
        CorrectedTotal = "corrected total",
        GivenBack = "credited",
        CarriedOver = "Carried over",
        Subtotal = "Total before tax",
        TaxOn = "{0} on {1}",
        Vat = "VAT",
        SalesTax = "Sales tax",
        Exempt = "VAT exempt",
        ReverseCharge = "Reverse charge",
        OutsideScope = "Not subject to VAT",
        Total = "Total due",
        TotalCredited = "Total credited",
        Payment = "Payment",
        PayBy = "Please pay {0} by {1}.",
        NothingToPay = "Nothing is to be paid.",
        Credited = "{0} are credited to you. We set them off against open invoices or pay them out.",
        AccountHolder = "Account holder",
        AccountNumber = "Account",
        Bank = "Bank",
        Reference = "Payment reference",
        Notes = "Notes on tax",
        ReverseChargeNote = "Reverse charge: VAT is to be accounted for by the customer.",
        ExemptNote = "Exempt from VAT.",
        ExemptReason = "Exempt from VAT: {0}",
        OutsideScopeNote = "Not subject to VAT.",
        ZeroNote = "Zero-rated.",
        Appendix = "How every amount came to be",
        AppendixLead = "Each line with what was agreed, counted and billed before. Shares are exact; each period is rounded once.",
        Page = "Page {0} of {1}",
        Logo = "Logo of {0}",
        ElectronicInvoice = "The same invoice for machines (Factur-X, EN 16931)",
    };

    public static InvoiceWords German { get; } = new()
    {
        Language = "de",
        Invoice = "Rechnung",
        CreditNote = "Rechnungskorrektur",
        IssueDay = "Datum",
        DueDay = "Zahlbar bis",
        Period = "Zeitraum",
        Customer = "Kundennummer",
        Contract = "Vertrag",
        BuyerReference = "Ihre Referenz",
        PurchaseOrder = "Ihre Bestellung",
        VatNumber = "USt-IdNr.",
        TaxNumber = "Steuernummer",
        Corrects = "Berichtigt",
        CorrectsOn = "{0} vom {1}",
        Description = "Bezeichnung",
        Quantity = "Menge",
        Unit = "Einheit",
        Price = "Preis",
        Tax = "Steuer",
        Amount = "Betrag {0}",
        InSteps = "gestaffelt",
        NewPrice = "neuer Preis",
        UpliftedPrice = "angepasster Preis",
        ChangedDiscount = "geänderter Rabatt",
        NoLongerHeld = "nicht mehr gehalten",
        HeldLonger = "länger gehalten",
        CorrectedTotal = "berichtigte Summe",
        GivenBack = "gutgeschrieben",
        CarriedOver = "Übertrag",
        Subtotal = "Summe ohne Steuer",
        TaxOn = "{0} auf {1}",
        Vat = "USt.",
        SalesTax = "Verkaufssteuer",
        Exempt = "USt.-frei",
        ReverseCharge = "Reverse Charge",
        OutsideScope = "Nicht steuerbar",
        Total = "Zu zahlen",
        TotalCredited = "Gutgeschrieben",
        Payment = "Zahlung",
        PayBy = "Bitte zahlen Sie {0} bis zum {1}.",
        NothingToPay = "Es ist nichts zu zahlen.",
        Credited = "Wir schreiben Ihnen {0} gut und verrechnen sie mit offenen Rechnungen oder zahlen sie aus.",
        AccountHolder = "Kontoinhaber",
        AccountNumber = "Konto",
        Bank = "Bank",
        Reference = "Verwendungszweck",
        Notes = "Hinweise zur Steuer",
        ReverseChargeNote = "Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).",
        ExemptNote = "Von der Umsatzsteuer befreit.",
        ExemptReason = "Von der Umsatzsteuer befreit: {0}",
        OutsideScopeNote = "Nicht steuerbar.",
        ZeroNote = "Zum Steuersatz null.",
        Appendix = "Wie jeder Betrag zustande kam",
        AppendixLead = "Jede Position mit dem, was vereinbart, gezählt und zuvor berechnet wurde. Anteile sind exakt; jeder Zeitraum wird einmal gerundet.",
        Page = "Seite {0} von {1}",
        Logo = "Logo von {0}",
        ElectronicInvoice = "Dieselbe Rechnung für Programme (ZUGFeRD, EN 16931)",
    };

    public static InvoiceWords French { get; } = new()
    {
        Language = "fr",
        Invoice = "Facture",
        CreditNote = "Avoir",
        IssueDay = "Date",
        DueDay = "Échéance",
        Period = "Période",
        Customer = "Numéro de client",
        Contract = "Contrat",
        BuyerReference = "Votre référence",
        PurchaseOrder = "Votre commande",
        VatNumber = "Numéro de TVA",
        TaxNumber = "Numéro fiscal",
        Corrects = "Rectifie",
        CorrectsOn = "{0} du {1}",
        Description = "Désignation",
        Quantity = "Quantité",
        Unit = "Unité",
        Price = "Prix",
        Tax = "Taxe",
        Amount = "Montant {0}",
        InSteps = "par tranches",
        NewPrice = "nouveau prix",
        UpliftedPrice = "prix révisé",
        ChangedDiscount = "remise modifiée",
        NoLongerHeld = "n’est plus détenu",
        HeldLonger = "détenu plus longtemps",
        CorrectedTotal = "total rectifié",
        GivenBack = "crédité",
        CarriedOver = "Report",
        Subtotal = "Total hors taxe",
        TaxOn = "{0} sur {1}",
        Vat = "TVA",
        SalesTax = "Taxe de vente",
        Exempt = "Exonéré de TVA",
        ReverseCharge = "Autoliquidation",
        OutsideScope = "Hors champ de la TVA",
        Total = "Total à payer",
        TotalCredited = "Total crédité",
        Payment = "Règlement",
        PayBy = "Merci de régler {0} au plus tard le {1}.",
        NothingToPay = "Rien n’est à payer.",
        Credited = "Nous vous créditons de {0}, à valoir sur les factures ouvertes ou à rembourser.",
        AccountHolder = "Titulaire du compte",
        AccountNumber = "Compte",
        Bank = "Banque",
        Reference = "Référence du paiement",
        Notes = "Mentions fiscales",
        ReverseChargeNote = "Autoliquidation : la TVA est due par le preneur.",
        ExemptNote = "Exonéré de TVA.",
        ExemptReason = "Exonéré de TVA : {0}",
        OutsideScopeNote = "Hors champ de la TVA.",
        ZeroNote = "Au taux zéro.",
        Appendix = "D’où vient chaque montant",
        AppendixLead = "Chaque ligne avec ce qui a été convenu, compté et facturé auparavant. Les parts sont exactes ; chaque période est arrondie une fois.",
        Page = "Page {0} sur {1}",
        Logo = "Logo de {0}",
        ElectronicInvoice = "La même facture pour les logiciels (Factur-X, EN 16931)",
    };

    /// <summary>The words of a language; English where there are none.</summary>
    public static InvoiceWords Of(string language) => language switch { "de" => German, "fr" => French, _ => English };
}
